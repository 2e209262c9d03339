import { currentActor } from '#kernel/tenancy/tenancy'
import { requestBulkWork } from '../actions/request_bulk_work.ts'
import BulkWork from '../models/bulk_work.ts'
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
