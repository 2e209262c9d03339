import { unitSql } from '#kernel/tenancy/sql'
import type Listing from '../models/listing.ts'
import { type Judged, qualityOf } from '../quality.ts'

/** A listing and what it is judged by. */
export async function judgedBy(listing: Listing): Promise<Judged> {
  if (!listing.$preloaded.property) await listing.load('property')
  return { listing, property: listing.property, photos: await photosOf(listing.id) }
}

/** Judges a listing anew after something about it has changed. */
export async function renewQuality(listing: Listing): Promise<void> {
  const score = qualityOf(await judgedBy(listing))
  await unitSql('update listings set quality_score = ? where id = ?', [score, listing.id])
  listing.qualityScore = score
}

async function photosOf(listingId: string): Promise<number> {
  const { rows } = await unitSql<{ photos: number }>(
    `select count(*) as photos from listing_media
      where listing_id = ? and kind = 'photo' and moderation <> 'rejected' and deleted_at is null`,
    [listingId]
  )
  return rows[0].photos
}
