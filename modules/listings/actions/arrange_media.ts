import { unitSql } from '#kernel/tenancy/sql'
import type Listing from '../models/listing.ts'
import type ListingMedium from '../models/listing_medium.ts'
import { settleMedia } from './settle_media.ts'

export interface Move {
  id: string
  by: 1 | -1
}

/** Puts media into the order of `ids`; those that it does not name follow as they stood. */
export async function orderMedia(listing: Listing, ids: string[], move?: Move): Promise<void> {
  const known = await idsInOrder(listing.id)
  const named = [...new Set(ids)].filter((id) => known.includes(id))
  const order = [...named, ...known.filter((id) => !named.includes(id))]
  await unitSql(
    `update listing_media set position = place.position
       from unnest(?::uuid[]) with ordinality as place (id, position)
      where listing_media.id = place.id and listing_id = ?`,
    [move ? moved(order, move) : order, listing.id]
  )
  await settleMedia(listing)
}

/** Makes a photo the one that stands for the listing. */
export async function chooseCover(listing: Listing, medium: ListingMedium): Promise<void> {
  await idsInOrder(listing.id)
  await unitSql(
    'update listing_media set is_cover = false where listing_id = ? and is_cover and deleted_at is null',
    [listing.id]
  )
  await unitSql('update listing_media set is_cover = true where id = ?', [medium.id])
  await settleMedia(listing)
}

/** Whoever else arranges them waits until this unit ends. */
async function idsInOrder(listingId: string): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    'select id from listing_media where listing_id = ? and deleted_at is null order by position, id for update',
    [listingId]
  )
  return rows.map(({ id }) => id)
}

function moved(order: string[], { id, by }: Move): string[] {
  const from = order.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= order.length) return order
  return order.with(from, order[to]).with(to, id)
}
