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

/** A file that cannot be imported at all. `key` and `params` are a sentence for the importing person. */
export class UnreadableFile extends Error {
  readonly key: string

  constructor(
    readonly reason: Reason,
    readonly params: Record<string, string | number> = {},
    options?: ErrorOptions
  ) {
    super(`Unreadable contact file: ${reason}`, options)
    this.name = 'UnreadableFile'
    this.key = `contacts.import.unreadable.${reason}`
  }
}
