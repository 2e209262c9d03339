import { currentActor } from '#kernel/tenancy/tenancy'
import { BulkWork, requestBulkWork } from '#app/bulk_works'
import type { SheetFacts } from './sheet_plan.ts'

/** Has the workers write a module's list into a file: a bulk work `<module>.export`. */
export async function requestSheet(
  module: string,
  facts: SheetFacts,
  rows: number
): Promise<BulkWork> {
  const work = await BulkWork.create({
    kind: `${module}.export`,
    state: 'draft',
    ownerId: currentActor().id,
    facts: { ...facts },
    rowsTotal: rows,
    rowsDone: 0,
    counts: {},
  })
  await requestBulkWork(work)
  return work
}
