import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { done, refused, type Result } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import { countContacts } from '../imports/undo_steps.ts'
import { latestUndoing } from '../queries/import_works.ts'

/** Has the workers take back what an import did. */
export class UndoImport {
  async handle(work: BulkWork): Promise<Result<BulkWork, 'not_over'>> {
    if (!work.may('undone')) return refused('not_over')
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
