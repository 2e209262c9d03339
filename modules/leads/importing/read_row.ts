import type { ListRow, RowProblem as ListProblem } from '#app/imports'
import type { LeadDraft } from '../lead_draft.ts'
import type { LeadField } from './lead_fields.ts'
import type { Standing } from './standing.ts'

export type RowProblem = ListProblem<LeadField>

/** A lead as a row tells it. */
export interface ListedLead {
  draft: LeadDraft
  standing: Standing
  /** When it came in, where the list says so. */
  createdAt: string | null
  agentCalled: string | null
  /** The same for the same row in every import; see `fingerprintOf`. */
  fingerprint: string
}

/** A row and what it says; `lead` is null where the row is refused, and a problem says why. */
export interface ReadRow {
  row: ListRow
  lead: ListedLead | null
  problems: RowProblem[]
}
