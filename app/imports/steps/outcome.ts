import { BulkFailure } from '#app/bulk_works'
import type { FieldChange } from '#app/records'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { RowProblem } from '../row_problem.ts'

/** What became of one row of a list, or would become of it. */
export interface Outcome {
  deed: string
  problems: RowProblem[]
  /** What it would change of a record that is there already, in words. */
  difference?: Difference
}

/** A record that an import would change, field by field. */
export interface Difference {
  line: number
  name: string
  href: string
  changes: FieldChange[]
}

/** Work goes on in a person's name only while that person may do it. */
export function assertMayImport(kind: string): void {
  const actor = currentActor()
  if (actor.kind === 'system' || !actor.can(kind))
    throw new BulkFailure(`${kind}.failed.not_allowed`)
}
