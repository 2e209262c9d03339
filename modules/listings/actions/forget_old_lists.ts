import { DateTime } from 'luxon'
import { BulkWork } from '#app/bulk_works'
import { DiscardImport, UNDO_DAYS } from '#app/imports'
import { discardFile, findFile } from '#kernel/files/file_store'
import { unitSql } from '#kernel/tenancy/sql'

const DRAFT_DAYS = 7
const OVER = ['done', 'failed', 'cancelled', 'undone']

/** Lists name owners and what they ask: what nobody needs any more goes. */
export async function forgetOldLists(): Promise<void> {
  for (const draft of await worksBefore(DRAFT_DAYS, ['draft']))
    await new DiscardImport().handle(draft)
  for (const work of await worksBefore(UNDO_DAYS, OVER)) {
    const file = work.fileId ? await findFile(work.fileId) : null
    await work.merge({ fileId: null, facts: { ...work.facts, sample: [] } }).save()
    if (file) await discardFile(file)
  }
  await unitSql(
    `delete from listing_import_rows where created_at < now() - make_interval(days => ?)`,
    [UNDO_DAYS]
  )
  await unitSql('delete from listing_recommendations where requirement_id is null')
}

/** Imports that have stood still for so many days and still have their list. */
function worksBefore(days: number, states: string[]): Promise<BulkWork[]> {
  return BulkWork.query()
    .where('kind', 'listings.import')
    .whereIn('state', states)
    .whereNotNull('file_id')
    .where('updated_at', '<', DateTime.utc().minus({ days }).toJSDate())
    .orderBy('id')
    .limit(500)
}
