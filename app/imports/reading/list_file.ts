export type FileFormat = 'csv' | 'xlsx' | 'vcard'

export type ListRow = {
  /** Where the row stands: the row number of a spreadsheet program; of a vCard, its first line. */
  line: number
  /** Text by column name; a column without a value is an empty text. */
  cells: Record<string, string>
  /** Filled cells to the right of the last column, as a stray separator makes them. */
  overflow?: string[]
}

/** A list, opened but not read: every call of `rows` reads the file from its beginning. */
export type ListFile = {
  /** What the file was called where it came from. */
  name: string
  format: FileFormat
  encoding?: string
  separator?: string
  /** False where the first row is a record already; the columns are then called A, B, C. */
  hasHeader: boolean
  columns: string[]
  rows(): AsyncIterable<ListRow>
}

/** A list as each format's reader opens it. */
export type OpenedFile = Omit<ListFile, 'name'>

/** What the person who imports may correct where a guess was wrong. */
export type FileChoices = { encoding?: string; separator?: string }

/** A text file whose encoding is known. */
export type TextFile = { path: string; encoding: string }

export const LONGEST_RECORD = 1_000_000
export const MOST_COLUMNS = 500

/** What tells the lists of one kind of records from other tables. */
export interface ListManner {
  /** Tells a value from a heading, whatever its column: no column is called by an e-mail address. */
  isValue(text: string): boolean
  /** Tells whether a heading names a known column. */
  isHeading(text: string): boolean
  /** Opens a text that is no table, where it is one of this kind's: a file of vCards. */
  openText?(file: TextFile, beginning: string): Promise<OpenedFile> | null
}
