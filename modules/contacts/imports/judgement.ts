import type { RowProblem } from '../importing/contact_draft.ts'
import type { ListRow } from '#app/imports'
import type { Changes, KnownContact } from './known_contact.ts'

export type Deed = 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused'

/** What becomes of one row. */
export interface Judgement {
  row: ListRow
  deed: Deed
  problems: RowProblem[]
  contact: KnownContact | null
  changes: Changes | null
  note: string | null
  /** The row's identity, by which it is known when its list comes again. */
  fingerprint: string | null
}
