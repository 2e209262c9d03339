import { DateTime } from 'luxon'
import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { done, refused, type Result } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import { latestUndoing } from '../import_works.ts'
import type { ListKind } from '../list_kind.ts'
import { countToUndo } from '../lists/rows_to_undo.ts'

/** Days for which an import can be undone, and its list and refused rows looked at. */
export const UNDO_DAYS = 30

/** What it would take is no longer known then. */
export function isTooLate({ endedAt }: BulkWork): boolean {
  return endedAt !== null && endedAt < DateTime.utc().minus({ days: UNDO_DAYS })
}

/** Has the workers take back what an import did. */
export class UndoListImport {
  constructor(private readonly lists: ListKind) {}

  async handle(work: BulkWork): Promise<Result<BulkWork, 'not_over' | 'too_late'>> {
    if (!work.may('undone')) return refused('not_over')
    if (isTooLate(work)) return refused('too_late', { days: UNDO_DAYS })
    const latest = await latestUndoing(work)
    if (latest?.isUnderWay) return done(latest)

    const undoing = await BulkWork.create({
      kind: `${work.kind}_undo`,
      state: 'draft',
      parentId: work.id,
      ownerId: currentActor().id,
      facts: {},
      rowsDone: 0,
      rowsTotal: await countToUndo(this.lists, work.id),
      counts: {},
    })
    await requestBulkWork(undoing)
    return done(undoing)
  }
}
