import { BulkWork, type BulkSteps } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { ContactsImportUndone } from '../events/contacts_import_undone.ts'
import { assertMayImport } from '#app/imports'
import { undoPage } from './undo_page.ts'

const PAGE = 500

/** Undoes a whole import, some contacts a step. */
export class UndoSteps implements BulkSteps {
  async take(work: BulkWork): Promise<number> {
    assertMayImport('contacts.import')
    const importId = work.parentId!
    const ids = await contactsLeft(importId)
    if (ids.length === 0) return 0
    const outcomes = await undoPage(importId, ids)
    for (const outcome of outcomes.values()) work.count(outcome)
    return ids.length
  }

  async finish(work: BulkWork): Promise<void> {
    const importWork = await BulkWork.findOrFail(work.parentId)
    await importWork.moveTo('undone')
    unit().tell(new ContactsImportUndone({ importId: importWork.id }))
    unit().audit({
      action: 'contacts.import_undone',
      subjectType: 'bulk_work',
      subjectId: importWork.id,
      facts: work.counts,
    })
  }
}

/** Those of the import's contacts that no earlier step has dealt with. */
async function contactsLeft(importId: string): Promise<string[]> {
  const { rows } = await unitSql<{ contact_id: string }>(
    `select distinct contact_id from contact_import_rows
      where import_id = ? and deed in ('created', 'updated') and undone is null and contact_id is not null
      order by contact_id limit ?`,
    [importId, PAGE]
  )
  return rows.map(({ contact_id }) => contact_id)
}

/** How many contacts an undoing has before it. */
export async function countContacts(importId: string): Promise<number> {
  const { rows } = await unitSql<{ count: number }>(
    `select count(distinct contact_id) as count from contact_import_rows
      where import_id = ? and deed in ('created', 'updated') and undone is null and contact_id is not null`,
    [importId]
  )
  return rows[0].count
}
