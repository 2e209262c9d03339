import { unitSql } from '#kernel/tenancy/sql'

/** What people add to a contact without making a new version of it. */
const ADDED = [
  `select subject_id as contact_id, created_at from timeline_entries
    where subject_type = 'contact' and subject_id = any(?) and deleted_at is null`,
  `select subject_id, created_at from taggings where subject_type = 'contact' and subject_id = any(?)`,
  `select subject_id, created_at from tasks where subject_type = 'contact' and subject_id = any(?)`,
  `select subject_id, created_at from files
    where subject_type = 'contact' and subject_id = any(?) and deleted_at is null`,
  `select contact_id, created_at from contact_requirements where contact_id = any(?) and deleted_at is null`,
  `select contact_id, created_at from contact_scores where contact_id = any(?) and deleted_at is null`,
  `select from_id, created_at from contact_links where from_id = any(?) and deleted_at is null`,
  `select to_id, created_at from contact_links where to_id = any(?) and deleted_at is null`,
]

/** Contacts of an import to which somebody has added something since. */
export async function workedWithSince(importId: string, ids: string[]): Promise<Set<string>> {
  const { rows } = await unitSql<{ id: string }>(
    `with imported as (
       select contact_id, max(created_at) as at from contact_import_rows
        where import_id = ? and contact_id = any(?) group by contact_id)
     select distinct contact_id as id from imported
       join (${ADDED.join(' union all ')}) as added using (contact_id)
      where added.created_at > at`,
    [importId, ids, ...ADDED.map(() => ids)]
  )
  return new Set(rows.map(({ id }) => id))
}
