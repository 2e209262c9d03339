import type { BulkWork } from '#app/bulk_works'
import { done, refused, type Result } from '#kernel/result/result'
import { draftFacts } from '../draft_facts.ts'
import type { Mapping } from '../list_kind.ts'
import { same } from '../same.ts'

export interface DraftChanges<Options = object, Choices extends Mapping = Mapping> {
  mapping: Choices
  options: Options
}

/** Keeps what was chosen for an import that has not begun; a check made before holds no longer. */
export class SaveImportDraft {
  async handle(work: BulkWork, changes: DraftChanges): Promise<Result<BulkWork, 'begun'>> {
    if (!work.isDraft) return refused('begun')
    const facts = draftFacts(work)
    const { mapping, options } = facts
    if (same({ mapping, options }, changes)) return done(work)
    await work.merge({ facts: { ...facts, ...changes, revision: facts.revision + 1 } }).save()
    return done(work)
  }
}
