import { type BulkWork, requestBulkWork } from '#app/bulk_works'
import { draftFacts, latestRehearsal } from '#app/imports'
import { done, refused, type Result } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'

/** Hands an import to the workers, once its owner has seen what it is going to do. */
export class StartImport {
  async handle(work: BulkWork): Promise<Result<BulkWork, 'begun' | 'check_first'>> {
    if (!work.isDraft) return refused('begun')
    const { revision, fileName } = draftFacts(work)
    const rehearsal = await latestRehearsal(work)
    if (rehearsal?.state !== 'done' || rehearsal.facts.revision !== revision)
      return refused('check_first')

    await work.merge({ rowsTotal: rehearsal.rowsTotal }).save()
    if (!(await requestBulkWork(work))) return refused('begun')
    unit().audit({
      action: 'leads.import_started',
      subjectType: 'bulk_work',
      subjectId: work.id,
      facts: { file: fileName },
    })
    return done(work)
  }
}
