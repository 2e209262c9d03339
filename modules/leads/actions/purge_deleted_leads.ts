import { restorableSince } from '#kernel/models/soft_deletes'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'

const PAGE = 500

/** Removes for good what was deleted more than 7 days ago, with all that hangs on it. */
export async function purgeDeletedLeads(): Promise<number> {
  let purged = 0
  for (;;) {
    const ids = await nextIds()
    if (ids.length === 0) break
    await purge(ids)
    purged += ids.length
  }
  if (purged > 0)
    unit().audit({
      action: 'leads.purged',
      subjectType: 'lead',
      subjectId: null,
      facts: { count: purged },
    })
  return purged
}

async function nextIds(): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    'select id from leads where deleted_at < ? order by id limit ? for update skip locked',
    [restorableSince().toISO(), PAGE]
  )
  return rows.map(({ id }) => id)
}

async function purge(ids: string[]): Promise<void> {
  for (const table of ['timeline_entries', 'taggings', 'status_steps', 'search_documents']) {
    await unitSql(`delete from ?? where subject_type = 'lead' and subject_id = any(?)`, [
      table,
      ids,
    ])
  }
  await unitSql('delete from lead_interests where lead_id = any(?)', [ids])
  await unitSql('delete from lead_claims where lead_id = any(?)', [ids])
  await unitSql('delete from leads where id = any(?)', [ids])
}
