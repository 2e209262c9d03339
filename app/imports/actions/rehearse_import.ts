import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { done, refused, type Result } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import { draftFacts } from '../draft_facts.ts'
import { latestRehearsal } from '../import_works.ts'

/** Has the workers count what an import would do, without doing it. */
export class RehearseImport {
  async handle(work: BulkWork): Promise<Result<BulkWork, 'begun'>> {
    if (!work.isDraft) return refused('begun')
    const latest = await latestRehearsal(work)
    if (latest?.isUnderWay) {
      if (latest.facts.revision === draftFacts(work).revision) return done(latest)
      await latest.moveTo('cancelled')
    }
    return done(await rehearsalOf(work, latest?.rowsTotal ?? null))
  }
}

async function rehearsalOf(work: BulkWork, rowsTotal: number | null): Promise<BulkWork> {
  const rehearsal = await BulkWork.create({
    kind: `${work.kind}_rehearsal`,
    state: 'draft',
    parentId: work.id,
    ownerId: currentActor().id,
    facts: { revision: draftFacts(work).revision, problems: {}, examples: [] },
    rowsDone: 0,
    rowsTotal,
    counts: {},
  })
  await requestBulkWork(rehearsal)
  return rehearsal
}
