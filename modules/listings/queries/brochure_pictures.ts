import { unitSql } from '#kernel/tenancy/sql'

/** More than these make a brochure too heavy to be sent. */
const MOST = 24
/** Wide enough for a sheet of paper. */
const WIDE = 960

/** Where the pictures of a brochure lie, cover first: of each the smallest that is wide enough. */
export async function brochurePictures(listingId: string) {
  const { rows } = await unitSql<{ storageKey: string; caption: string | null }>(
    `select file.storage_key as "storageKey", media.caption
       from listing_media as media
       cross join lateral (
         select (one ->> 'fileId')::uuid as file_id from jsonb_array_elements(media.pictures) as one
          order by one ->> 'format' = 'jpeg' desc, one ->> 'format' = 'webp' desc,
                   abs((one ->> 'width')::integer - ?) limit 1) as best
       join files as file on file.id = best.file_id
      where media.listing_id = ? and media.moderation = 'approved' and media.deleted_at is null
        and media.kind in ('photo', 'floorplan')
      order by media.kind = 'photo' desc, media.is_cover desc, media.position, media.id limit ?`,
    [WIDE, listingId, MOST]
  )
  return rows
}
