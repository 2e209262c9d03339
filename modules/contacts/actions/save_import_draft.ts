import type { BulkWork } from '#app/bulk_works'
import { done, refused, type Result } from '#kernel/result/result'
import type { ColumnChoices } from '../imports/column_choices.ts'
import type { ImportFacts, ImportOptions } from '../imports/import_options.ts'
import { same } from '../imports/merge_draft.ts'

export interface DraftChanges {
  mapping: ColumnChoices
  options: ImportOptions
}

/** Keeps what was chosen for an import that has not begun; a check made before holds no longer. */
export class SaveImportDraft {
  async handle(work: BulkWork, changes: DraftChanges): Promise<Result<BulkWork, 'begun'>> {
    if (!work.isDraft) return refused('begun')
    const facts = work.facts as unknown as ImportFacts
    const { mapping, options } = facts
    if (same({ mapping, options }, changes)) return done(work)
    await work.merge({ facts: { ...facts, ...changes, revision: facts.revision + 1 } }).save()
    return done(work)
  }
}
