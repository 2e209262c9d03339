import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { BulkActFacts } from '../bulk/bulk_act_steps.ts'

/** Has the workers do one thing to very many leads. */
export async function requestBulkAct(facts: BulkActFacts, leads: number): Promise<BulkWork> {
  const work = await BulkWork.create({
    kind: 'leads.bulk_act',
    state: 'draft',
    ownerId: currentActor().id,
    facts: { ...facts },
    rowsTotal: leads,
    rowsDone: 0,
    counts: {},
  })
  await requestBulkWork(work)
  return work
}
