import type { ListManner, ListRow } from './reading/list_file.ts'

/** What a person chose for each column. */
export type Mapping = Record<string, string>

/** What is particular about the lists of one module. */
export interface ListKind {
  /** Kind of the bulk work, and beginning of all its words: `contacts.import`. */
  name: string
  manner: ListManner
  /** The table that keeps what became of each row, and its column with the record. */
  rows: { table: string; record: string }
  /** What each column is, as far as headings and first rows tell. */
  guess(columns: string[], sample: ListRow[]): Mapping
  /** What is chosen for an import before anybody has chosen. */
  firstOptions(): object
}

/** The module to which a kind belongs. */
export function moduleOf({ name }: ListKind): string {
  return name.split('.')[0]
}
