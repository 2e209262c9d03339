import { BulkWork } from '#app/bulk_works'
import { discardFile, findFile } from '#kernel/files/file_store'
import { unitSql } from '#kernel/tenancy/sql'
import { DateTime } from 'luxon'
import { DiscardImport, UNDO_DAYS } from '#app/imports'

const DRAFT_DAYS = 7
const EXPORT_DAYS = 7

/** Lists are full of people: what nobody needs any more goes. */
export async function forgetOldLists(): Promise<void> {
  for (const draft of await worksBefore('contacts.import', DRAFT_DAYS, ['draft']))
    await new DiscardImport().handle(draft)
  for (const work of await worksBefore('contacts.export', EXPORT_DAYS, OVER)) {
    const { answerFileId } = work
    await work.merge({ answerFileId: null }).save()
    await discard(answerFileId)
  }
  for (const work of await worksBefore('contacts.import', UNDO_DAYS, OVER)) {
    const { fileId } = work
    await work.merge({ fileId: null, facts: { ...work.facts, sample: [] } }).save()
    await discard(fileId)
  }
  await unitSql(
    `delete from contact_import_rows where created_at < now() - make_interval(days => ?)`,
    [UNDO_DAYS]
  )
}

const OVER = ['done', 'failed', 'cancelled', 'undone']

/** Works that have stood still for so many days and still have their file. */
function worksBefore(kind: string, days: number, states: string[]): Promise<BulkWork[]> {
  const file = kind === 'contacts.export' ? 'answer_file_id' : 'file_id'
  return BulkWork.query()
    .where('kind', kind)
    .whereIn('state', states)
    .whereNotNull(file)
    .where('updated_at', '<', DateTime.utc().minus({ days }).toJSDate())
    .orderBy('id')
    .limit(500)
}

async function discard(fileId: string | null): Promise<void> {
  const file = fileId ? await findFile(fileId) : null
  if (file) await discardFile(file)
}
