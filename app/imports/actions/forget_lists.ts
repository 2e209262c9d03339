import { DateTime } from 'luxon'
import { BulkWork } from '#app/bulk_works'
import { discardFile, findFile } from '#kernel/files/file_store'
import { unitSql } from '#kernel/tenancy/sql'
import type { ListKind } from '../list_kind.ts'
import { DiscardImport } from './discard_import.ts'
import { UNDO_DAYS } from './undo_import.ts'

const DRAFT_DAYS = 7
const OVER = ['done', 'failed', 'cancelled', 'undone']

/** Lists are full of people: what nobody needs any more goes. */
export async function forgetLists({ name, rows }: ListKind): Promise<void> {
  for (const draft of await importsBefore(name, DRAFT_DAYS, ['draft']))
    await new DiscardImport().handle(draft)
  for (const work of await importsBefore(name, UNDO_DAYS, OVER)) {
    const file = work.fileId ? await findFile(work.fileId) : null
    await work.merge({ fileId: null, facts: { ...work.facts, sample: [] } }).save()
    if (file) await discardFile(file)
  }
  await unitSql('delete from ?? where created_at < now() - make_interval(days => ?)', [
    rows.table,
    UNDO_DAYS,
  ])
}

/** Imports that have stood still for so many days and still have their list. */
function importsBefore(kind: string, days: number, states: string[]): Promise<BulkWork[]> {
  return BulkWork.query()
    .where('kind', kind)
    .whereIn('state', states)
    .whereNotNull('file_id')
    .where('updated_at', '<', DateTime.utc().minus({ days }).toJSDate())
    .orderBy('id')
    .limit(500)
}
