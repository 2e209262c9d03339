import { forgetRecords } from '#app/records'
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
    await purge(await withTakenIn(ids))
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
    `select id from leads where deleted_at < ? and merged_into is null
      order by id limit ? for update skip locked`,
    [restorableSince().toISO(), PAGE]
  )
  return rows.map(({ id }) => id)
}

/** Those that were taken into others go when the others do. */
async function withTakenIn(ids: string[]): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `with recursive gone as (
       select id from leads where id = any(?::uuid[])
       union select leads.id from leads join gone on leads.merged_into = gone.id)
     select id from gone`,
    [ids]
  )
  return rows.map(({ id }) => id)
}

async function purge(ids: string[]): Promise<void> {
  await forgetRecords('lead', ids)
  await unitSql('delete from lead_interests where lead_id = any(?)', [ids])
  await unitSql('delete from lead_pairs where first_id = any(?) or second_id = any(?)', [ids, ids])
  await unitSql('delete from lead_merges where survivor_id = any(?) or merged_id = any(?)', [
    ids,
    ids,
  ])
  await unitSql('delete from lead_fingerprints where lead_id = any(?)', [ids])
  await unitSql('delete from lead_lookups where lead_id = any(?)', [ids])
  await unitSql('delete from lead_reveals where lead_id = any(?)', [ids])
  await unitSql('delete from lead_flags where lead_id = any(?)', [ids])
  await unitSql('delete from lead_claims where lead_id = any(?)', [ids])
  await unitSql('delete from leads where id = any(?)', [ids])
}
