import { DateTime } from 'luxon'
import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { done, refused, type Result } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import { countContacts } from '../imports/undo_steps.ts'
import { latestUndoing } from '../queries/import_works.ts'
import { UNDO_DAYS } from './forget_old_lists.ts'

/** What it would take is no longer known then. */
export function isTooLate({ endedAt }: BulkWork): boolean {
  return endedAt !== null && endedAt < DateTime.utc().minus({ days: UNDO_DAYS })
}

/** Has the workers take back what an import did. */
export class UndoImport {
  async handle(work: BulkWork): Promise<Result<BulkWork, 'not_over' | 'too_late'>> {
    if (!work.may('undone')) return refused('not_over')
    if (isTooLate(work)) return refused('too_late', { days: UNDO_DAYS })
    const latest = await latestUndoing(work)
    if (latest?.isUnderWay) return done(latest)

    const undoing = await BulkWork.create({
      kind: 'contacts.import_undo',
      state: 'draft',
      parentId: work.id,
      ownerId: currentActor().id,
      facts: {},
      rowsDone: 0,
      rowsTotal: await countContacts(work.id),
      counts: {},
    })
    await requestBulkWork(undoing)
    return done(undoing)
  }
}
