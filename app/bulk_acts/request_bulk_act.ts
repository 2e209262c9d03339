import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { BulkOrder } from './bulk_desk.ts'

/** Has the workers do one thing to very many records of a module. */
export async function requestBulkAct(
  module: string,
  order: BulkOrder,
  rows: number
): Promise<BulkWork> {
  const work = await BulkWork.create({
    kind: `${module}.bulk_act`,
    state: 'draft',
    ownerId: currentActor().id,
    facts: { ...order },
    rowsTotal: rows,
    rowsDone: 0,
    counts: {},
  })
  await requestBulkWork(work)
  return work
}
