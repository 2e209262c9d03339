import { forgetRecords } from '#app/records'
import { restorableSince } from '#kernel/models/soft_deletes'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { purgeMedia } from './delete_media.ts'

const PAGE = 500

/** Tables whose rows belong to one listing. */
const owned = [
  'listing_prices',
  'listing_recommendations',
  'listing_photo_sources',
  'search_alerts',
]

/** Removes for good what was deleted more than 7 days ago, with all that hangs on it. */
export async function purgeDeletedListings(): Promise<number> {
  let purged = 0
  for (;;) {
    const ids = await nextIds()
    if (ids.length === 0) break
    await purge(ids)
    purged += ids.length
  }
  if (purged > 0)
    unit().audit({
      action: 'listings.purged',
      subjectType: 'listing',
      subjectId: null,
      facts: { count: purged },
    })
  return purged
}

async function nextIds(): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select id from listings where deleted_at < ? and merged_into is null
      order by id limit ? for update skip locked`,
    [restorableSince().toISO(), PAGE]
  )
  return withTakenIn(rows.map(({ id }) => id))
}

/** Those that were merged into them, and into these in turn, go with them: nobody else holds them. */
async function withTakenIn(ids: string[]): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `with recursive gone as (
       select id from listings where id = any(?::uuid[])
       union select listings.id from listings join gone on listings.merged_into = gone.id)
     select id from gone`,
    [ids]
  )
  return rows.map(({ id }) => id)
}

async function purge(ids: string[]): Promise<void> {
  for (const table of owned) await unitSql('delete from ?? where listing_id = any(?)', [table, ids])
  await purgeMedia(await mediaIds(ids))
  await forgetRecords('listing', ids)
  await purgePairs(ids)
  const { rows } = await unitSql<{ property_id: string }>(
    'delete from listings where id = any(?) returning property_id',
    [ids]
  )
  await purgeProperties(rows.map((row) => row.property_id))
}

/** What tells of two listings goes with either. */
async function purgePairs(ids: string[]): Promise<void> {
  await unitSql('delete from listing_pairs where first_id = any(?) or second_id = any(?)', [
    ids,
    ids,
  ])
  await unitSql(
    `delete from listing_moves using listing_merges as merge
      where merge_id = merge.id and (merge.survivor_id = any(?) or merge.merged_id = any(?))`,
    [ids, ids]
  )
  await unitSql(
    `with gone as (
       delete from listing_merges where survivor_id = any(?) or merged_id = any(?) returning id)
     delete from record_moves using gone where cause_id = gone.id`,
    [ids, ids]
  )
}

async function mediaIds(listingIds: string[]): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    'select id from listing_media where listing_id = any(?)',
    [listingIds]
  )
  return rows.map(({ id }) => id)
}

/** A property stays as long as it is listed once more. */
async function purgeProperties(ids: string[]): Promise<void> {
  await unitSql(
    `delete from properties where id = any(?)
        and not exists (select from listings where listings.property_id = properties.id)`,
    [ids]
  )
}
