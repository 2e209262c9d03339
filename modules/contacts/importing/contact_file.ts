export type FileFormat = 'csv' | 'xlsx' | 'vcard'

export type ContactRow = {
  /** Where the row stands: the row number of a spreadsheet program; of a vCard, its first line. */
  line: number
  /** Text by column name; a column without a value is an empty text. */
  cells: Record<string, string>
  /** Filled cells to the right of the last column, as a stray separator makes them. */
  overflow?: string[]
}

/** A contact list, opened but not read: every call of `rows` reads the file from its beginning. */
export type ContactFile = {
  /** What the file was called where it came from. */
  name: string
  format: FileFormat
  encoding?: string
  separator?: string
  /** False where the first row is a contact already; the columns are then called A, B, C. */
  hasHeader: boolean
  columns: string[]
  rows(): AsyncIterable<ContactRow>
}

/** A contact file as each format's reader opens it. */
export type OpenedFile = Omit<ContactFile, 'name'>

/** What the person who imports may correct where a guess was wrong. */
export type FileChoices = { encoding?: string; separator?: string }

/** A text file whose encoding is known. */
export type TextFile = { path: string; encoding: string }

export const LONGEST_RECORD = 1_000_000
export const MOST_COLUMNS = 500
