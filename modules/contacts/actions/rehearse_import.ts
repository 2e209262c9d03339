import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { done, refused, type Result } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { ImportFacts } from '../imports/import_options.ts'
import { latestRehearsal } from '../queries/import_works.ts'

/** Has the workers count what an import would do, without doing it. */
export class RehearseImport {
  async handle(work: BulkWork): Promise<Result<BulkWork, 'begun'>> {
    if (!work.isDraft) return refused('begun')
    const { revision } = work.facts as unknown as ImportFacts
    const latest = await latestRehearsal(work)
    if (latest?.isUnderWay) {
      if (latest.facts.revision === revision) return done(latest)
      await latest.moveTo('cancelled')
    }
    return done(await rehearsalOf(work, latest?.rowsTotal ?? null))
  }
}

async function rehearsalOf(work: BulkWork, rowsTotal: number | null): Promise<BulkWork> {
  const { revision } = work.facts as unknown as ImportFacts
  const rehearsal = await BulkWork.create({
    kind: 'contacts.import_rehearsal',
    state: 'draft',
    parentId: work.id,
    ownerId: currentActor().id,
    facts: { revision, problems: {}, examples: [] },
    rowsDone: 0,
    rowsTotal,
    counts: {},
  })
  await requestBulkWork(rehearsal)
  return rehearsal
}
