import { restorableSince } from '#kernel/models/soft_deletes'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'

const PAGE = 500

/** Removes for good what was deleted more than 7 days ago, with all that hangs on it. */
export async function purgeDeletedContacts(): Promise<number> {
  let purged = 0
  for (;;) {
    const ids = await nextIds()
    if (ids.length === 0) break
    await purge(ids)
    purged += ids.length
  }
  if (purged > 0)
    unit().audit({
      action: 'contacts.purged',
      subjectType: 'contact',
      subjectId: null,
      facts: { count: purged },
    })
  return purged
}

async function nextIds(): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select id from contacts where deleted_at < ? and merged_into is null
      order by id limit ? for update skip locked`,
    [restorableSince().toISO(), PAGE]
  )
  return withTakenIn(rows.map(({ id }) => id))
}

/** Those that were merged into them, and into these in turn, go with them: nobody else holds them. */
async function withTakenIn(ids: string[]): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `with recursive gone as (
       select id from contacts where id = any(?::uuid[])
       union select contacts.id from contacts join gone on contacts.merged_into = gone.id)
     select id from gone`,
    [ids]
  )
  return rows.map(({ id }) => id)
}

async function purge(ids: string[]): Promise<void> {
  for (const table of ['timeline_entries', 'taggings', 'status_steps', 'search_documents']) {
    await unitSql(`delete from ?? where subject_type = 'contact' and subject_id = any(?)`, [
      table,
      ids,
    ])
  }
  for (const table of ['contact_points', 'contact_import_rows'])
    await unitSql('delete from ?? where contact_id = any(?)', [table, ids])
  await purgePairs(ids)
  await unitSql('delete from contacts where id = any(?)', [ids])
}

/** What tells of two contacts goes with either. */
async function purgePairs(ids: string[]): Promise<void> {
  await unitSql('delete from contact_pairs where first_id = any(?) or second_id = any(?)', [
    ids,
    ids,
  ])
  await unitSql(
    `with gone as (
       delete from contact_merges where survivor_id = any(?) or merged_id = any(?) returning id)
     delete from record_moves using gone where cause_id = gone.id`,
    [ids, ids]
  )
}
