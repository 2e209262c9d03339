import { type BulkWork, requestBulkWork } from '#app/bulk_works'
import { done, refused, type Result } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import { draftFacts } from '../draft_facts.ts'
import { latestRehearsal } from '../import_works.ts'

/** Hands an import to the workers, once its owner has seen what it is going to do. */
export class StartListImport<Refusal extends string = never> {
  async handle(work: BulkWork): Promise<Result<BulkWork, 'begun' | 'check_first' | Refusal>> {
    if (!work.isDraft) return refused('begun')
    const { revision, fileName } = draftFacts(work)
    const rehearsal = await latestRehearsal(work)
    if (rehearsal?.state !== 'done' || rehearsal.facts.revision !== revision)
      return refused('check_first')

    const settled = await this.settle(work)
    if (!settled.ok) return settled
    await work.merge({ facts: settled.value, rowsTotal: rehearsal.rowsTotal }).save()
    if (!(await requestBulkWork(work))) return refused('begun')
    unit().audit({
      action: `${work.kind}_started`,
      subjectType: 'bulk_work',
      subjectId: work.id,
      facts: { file: fileName, ...this.audited(work) },
    })
    return done(work)
  }

  /** The facts with which the import is carried out. */
  protected async settle({ facts }: BulkWork): Promise<Result<BulkWork['facts'], Refusal>> {
    return done(facts)
  }

  /** What else the log is to know of it. */
  protected audited(_work: BulkWork): Record<string, unknown> {
    return {}
  }
}
