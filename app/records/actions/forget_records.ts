import { unitSql } from '#kernel/tenancy/sql'

/** All that hangs on any record, each in a table of its own. */
const tables = [
  'timeline_entries',
  'taggings',
  'status_steps',
  'search_documents',
  'tasks',
  'files',
  'notifications',
] as const

/** Removes for good what hangs on records that are being removed; the bytes of their files follow. */
export async function forgetRecords(type: string, ids: string[]): Promise<void> {
  for (const table of tables) {
    await unitSql('delete from ?? where subject_type = ? and subject_id = any(?)', [
      table,
      type,
      ids,
    ])
  }
}
