import { BulkWork, type BulkSteps } from '#app/bulk_works'
import { unit } from '#kernel/tenancy/tenancy'
import type { ListKind } from '../list_kind.ts'
import { recordsToUndo } from '../lists/rows_to_undo.ts'
import { assertMayImport } from './outcome.ts'

const PAGE = 500

interface UndoMatter {
  lists: ListKind
  /** Undoes what an import did to these records, and says for each what came of it. */
  undo(importId: string, ids: string[]): Promise<string[]>
  /** What else is done when all is undone. */
  finish?(importId: string): void | Promise<void>
}

/** Undoes a whole import, some records a step. */
export class ListUndoSteps implements BulkSteps {
  constructor(private readonly matter: UndoMatter) {}

  async take(work: BulkWork): Promise<number> {
    const { lists, undo } = this.matter
    assertMayImport(lists.name)
    const importId = work.parentId!
    const ids = await recordsToUndo(lists, importId, PAGE)
    if (ids.length === 0) return 0
    for (const outcome of await undo(importId, ids)) work.count(outcome)
    return ids.length
  }

  async finish(work: BulkWork): Promise<void> {
    const importWork = await BulkWork.findOrFail(work.parentId)
    await importWork.moveTo('undone')
    await this.matter.finish?.(importWork.id)
    unit().audit({
      action: `${importWork.kind}_undone`,
      subjectType: 'bulk_work',
      subjectId: importWork.id,
      facts: work.counts,
    })
  }
}
