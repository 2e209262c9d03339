import type { Actor } from '#kernel/tenancy/actor'
import Listing from '../models/listing.ts'
import { narrowToAlike } from './alike.ts'
import { distanceSql } from './nearness.ts'
import { type SiteRow, cardColumns } from './site/public_listings.ts'

const MOST = 8

export type SimilarRow = SiteRow & { kilometres: number | null }

/** What a colleague may offer beside a listing: on the market and in their reach, nearest first. */
export async function similarInReach(actor: Actor, listing: Listing): Promise<SimilarRow[]> {
  const { latitude, longitude } = listing.property
  const distance =
    latitude === null || longitude === null
      ? 'null::float8'
      : distanceSql({ latitude, longitude }, 'property')
  const query = Listing.reachableBy(actor, 'listings.view')
    .whereIn('listings.status', ['active', 'under_offer'])
    .joinRaw('join properties as property on property.id = listings.property_id')
    .select('listings.title', ...cardColumns)
    .limit(MOST)
  narrowToAlike(query, listing)
  return query.select(query.client.raw(`${distance} as kilometres`)).pojo<SimilarRow>()
}
