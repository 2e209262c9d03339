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
    'select id from listings where deleted_at < ? order by id limit ? for update skip locked',
    [restorableSince().toISO(), PAGE]
  )
  return rows.map(({ id }) => id)
}

async function purge(ids: string[]): Promise<void> {
  for (const table of owned) await unitSql('delete from ?? where listing_id = any(?)', [table, ids])
  await purgeMedia(await mediaIds(ids))
  await forgetRecords('listing', ids)
  const { rows } = await unitSql<{ property_id: string }>(
    'delete from listings where id = any(?) returning property_id',
    [ids]
  )
  await purgeProperties(rows.map((row) => row.property_id))
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
