import { BulkWork, type BulkSteps } from '#app/bulk_works'
import { assertMayImport } from '#app/imports'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { undoPage } from './undo_page.ts'

const PAGE = 500
const LEFT = `import_id = ? and deed in ('created', 'updated') and undone is null and lead_id is not null`

/** Undoes a whole import, some leads a step. */
export class UndoSteps implements BulkSteps {
  async take(work: BulkWork): Promise<number> {
    assertMayImport('leads.import')
    const { rows } = await unitSql<{ lead_id: string }>(
      `select distinct lead_id from lead_import_rows where ${LEFT} order by lead_id limit ?`,
      [work.parentId, PAGE]
    )
    if (rows.length === 0) return 0
    const ids = rows.map(({ lead_id: id }) => id)
    for (const outcome of await undoPage(work.parentId!, ids)) work.count(outcome)
    return ids.length
  }

  async finish(work: BulkWork): Promise<void> {
    const importWork = await BulkWork.findOrFail(work.parentId)
    await importWork.moveTo('undone')
    unit().audit({
      action: 'leads.import_undone',
      subjectType: 'bulk_work',
      subjectId: importWork.id,
      facts: work.counts,
    })
  }
}

/** How many leads an undoing has before it. */
export async function countLeads(importId: string): Promise<number> {
  const { rows } = await unitSql<{ count: number }>(
    `select count(distinct lead_id) as count from lead_import_rows where ${LEFT}`,
    [importId]
  )
  return rows[0].count
}
