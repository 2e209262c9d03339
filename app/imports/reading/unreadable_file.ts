type Reason =
  | 'empty'
  | 'no_rows'
  | 'not_a_list'
  | 'no_table'
  | 'old_excel_or_password'
  | 'archive'
  | 'broken'
  | 'unclosed_quote'
  | 'record_too_long'
  | 'too_many_columns'
  | 'too_large'

/** A file that cannot be imported at all: `<kind>.unreadable.<reason>` says so, filled by `params`. */
export class UnreadableFile extends Error {
  constructor(
    readonly reason: Reason,
    readonly params: Record<string, string | number> = {},
    options?: ErrorOptions
  ) {
    super(`Unreadable list: ${reason}`, options)
    this.name = 'UnreadableFile'
  }
}
