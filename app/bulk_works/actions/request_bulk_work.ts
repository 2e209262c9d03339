import { DateTime } from 'luxon'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { BulkWorkRequested } from '../events/bulk_work_requested.ts'
import BulkWork from '../models/bulk_work.ts'

interface Order {
  facts: object
  /** How many rows it is about. */
  rows: number
}

/** Begins a work of this kind for the current actor, and hands it to the workers. */
export async function beginBulkWork(kind: string, { facts, rows }: Order): Promise<BulkWork> {
  const work = await BulkWork.create({
    kind,
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

/** Hands a draft to the workers; false where somebody was faster. */
export async function requestBulkWork(work: BulkWork): Promise<boolean> {
  if (!(await work.moveTo('waiting'))) return false
  unit().tell(new BulkWorkRequested(work))
  return true
}

/** Lets a work that failed or got stuck go on from where it stands; false where there is nothing to go on with. */
export async function resumeBulkWork(work: BulkWork): Promise<boolean> {
  if (work.isStuck) unit().tell(new BulkWorkRequested(work))
  if (work.isStuck) return true
  if (work.state !== 'failed') return false
  await work.merge({ error: null, endedAt: null }).save()
  return requestBulkWork(work)
}

/** Ends a work before its time; what it has done stays done. */
export async function cancelBulkWork(work: BulkWork): Promise<boolean> {
  if (!(await work.moveTo('cancelled'))) return false
  await work.merge({ endedAt: DateTime.utc() }).save()
  unit().audit({
    action: `${work.kind}_cancelled`,
    subjectType: 'bulk_work',
    subjectId: work.id,
    facts: work.counts,
  })
  return true
}
