import type { RowProblem } from '../importing/contact_draft.ts'
import type { ContactRow } from '../importing/contact_file.ts'
import type { Changes, KnownContact } from './known_contact.ts'

export const DEEDS = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const

export type Deed = (typeof DEEDS)[number]

/** What becomes of one row. */
export interface Judgement {
  row: ContactRow
  deed: Deed
  problems: RowProblem[]
  contact: KnownContact | null
  changes: Changes | null
  note: string | null
  /** The row's identity, by which it is known when its list comes again. */
  fingerprint: string | null
}
