import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { BulkActFacts } from '../bulk/bulk_act_steps.ts'

/** Has the workers do one thing to very many listings. */
export async function requestBulkAct(facts: BulkActFacts, listings: number): Promise<BulkWork> {
  const work = await BulkWork.create({
    kind: 'listings.bulk_act',
    state: 'draft',
    ownerId: currentActor().id,
    facts: { ...facts },
    rowsTotal: listings,
    rowsDone: 0,
    counts: {},
  })
  await requestBulkWork(work)
  return work
}
