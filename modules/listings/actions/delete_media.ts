import { restorableSince } from '#kernel/models/soft_deletes'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type Listing from '../models/listing.ts'
import type ListingMedium from '../models/listing_medium.ts'
import { settleMedia } from './settle_media.ts'

const PAGE = 500

/** Takes a medium away, from where it can be brought back for 7 days. */
export async function deleteMedium(listing: Listing, medium: ListingMedium): Promise<void> {
  await medium.softDelete()
  await settleMedia(listing)
}

/** Brings it back to its place; as the cover only where no other was chosen meanwhile. */
export async function restoreMedium(listing: Listing, medium: ListingMedium): Promise<void> {
  const { rowCount } = await unitSql(
    'select from listing_media where listing_id = ? and is_cover and deleted_at is null',
    [listing.id]
  )
  medium.isCover = medium.isCover && rowCount === 0
  await medium.restore()
  await settleMedia(listing)
}

/** Removes for good what was deleted more than 7 days ago. */
export async function purgeDeletedMedia(): Promise<void> {
  const { rows } = await unitSql<{ id: string }>(
    'select id from listing_media where deleted_at < ? order by id limit ? for update skip locked',
    [restorableSince().toISO(), PAGE]
  )
  await purgeMedia(rows.map(({ id }) => id))
  if (rows.length === PAGE) await purgeDeletedMedia()
}

/** Rows and files; a file that stands for other media too stays, with what was made of it. */
export async function purgeMedia(ids: string[]): Promise<void> {
  const { rows } = await unitSql<{ file_id: string }>(
    `with gone as (delete from listing_media where id = any(?) returning file_id, pictures),
          own as (select * from gone where not exists (
            select from listing_media as other where other.file_id = gone.file_id and other.id <> all(?)))
     select file_id from own where file_id is not null
     union select (picture ->> 'fileId')::uuid from own, jsonb_array_elements(pictures) as picture`,
    [ids, ids]
  )
  await unitSql(
    'update files set deleted_at = now(), deleted_by = ? where id = any(?) and deleted_at is null',
    [currentActor().id, rows.map((row) => row.file_id)]
  )
}
