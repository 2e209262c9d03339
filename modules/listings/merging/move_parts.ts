import { unitSql } from '#kernel/tenancy/sql'
import type ListingMerge from '../models/listing_merge.ts'

/** The pictures and prices of the merged listing are the survivor's now; each remembers by which merge. */
export async function moveParts({ id }: ListingMerge): Promise<void> {
  await unitSql(moveMedia, [id])
  await unitSql(
    `with moved as (
       update listing_prices as price set listing_id = merge.survivor_id from listing_merges as merge
        where merge.id = ? and price.listing_id = merge.merged_id returning merge.id as merge_id, price.id)
     insert into listing_moves (merge_id, kind, row_id) select merge_id, 'price', id from moved`,
    [id]
  )
}

/** Behind the survivor's own; a picture that both have stays behind, and a second cover is none. */
const moveMedia = `
with merge as (
  select listing_merges.*, coalesce(next, 0) as next, coalesce(has_photo, false) as has_photo
    from listing_merges cross join lateral (
      select max(position) + 1 as next, bool_or(kind = 'photo') as has_photo
        from listing_media where listing_id = survivor_id and deleted_at is null) as own
   where id = ?),
moved as (
  update listing_media as medium
     set listing_id = merge.survivor_id, position = merge.next + medium.position,
         is_cover = medium.is_cover and not merge.has_photo, updated_at = now()
    from merge
   where medium.listing_id = merge.merged_id and medium.deleted_at is null
     and not exists (select from listing_media as same
       where same.listing_id = merge.survivor_id and same.deleted_at is null and same.sha256 = medium.sha256)
  returning merge.id as merge_id, medium.id, old.position, old.is_cover)
insert into listing_moves (merge_id, kind, row_id, position, is_cover)
select merge_id, 'media', id, position, is_cover from moved`

/** And are its own again, where they stood, as far as they are still the survivor's. */
export async function movePartsBack({ id }: ListingMerge): Promise<void> {
  await unitSql(
    `update listing_media as medium
        set listing_id = merge.merged_id, position = move.position, is_cover = move.is_cover, updated_at = now()
       from listing_moves as move join listing_merges as merge on merge.id = move.merge_id
      where merge.id = ? and move.kind = 'media' and move.row_id = medium.id and medium.listing_id = merge.survivor_id`,
    [id]
  )
  await unitSql(
    `update listing_prices as price set listing_id = merge.merged_id
       from listing_moves as move join listing_merges as merge on merge.id = move.merge_id
      where merge.id = ? and move.kind = 'price' and move.row_id = price.id and price.listing_id = merge.survivor_id`,
    [id]
  )
  await unitSql('delete from listing_moves where merge_id = ?', [id])
}
