import type Listing from '../../models/listing.ts'
import { type SiteRow, cardColumns, publicListings } from './public_listings.ts'

const KILOMETRES = 10
const KILOMETRES_OF_A_DEGREE = 111.32
/** How far the price may lie from the listing's own. */
const BAND = 0.3
const MOST = 3

/** Public listings of the same kind nearby that cost about the same, nearest first. */
export async function similarListings(listing: Listing): Promise<SiteRow[]> {
  const { property, priceMinor } = listing
  const query = publicListings()
    .joinRaw('join properties as property on property.id = listings.property_id')
    .whereNot('listings.id', listing.id)
    .where('listings.deal_type', listing.dealType)
    .where('property.type', property.type)
    .select(...cardColumns)
    .limit(MOST)
  if (priceMinor !== null)
    query.whereBetween('listings.price_minor', [
      Math.round(priceMinor * (1 - BAND)),
      Math.round(priceMinor * (1 + BAND)),
    ])
  nearTo(query, listing)
  return query.pojo<SiteRow>()
}

type Query = ReturnType<typeof publicListings>

/** Around it on the map; in its locality where it has no place there. */
function nearTo(query: Query, { property: { latitude, longitude, locality } }: Listing): void {
  if (latitude === null || longitude === null) {
    query.where('property.locality', locality ?? '').orderBy('listings.created_at', 'desc')
    return
  }
  const high = KILOMETRES / KILOMETRES_OF_A_DEGREE
  const shrink = Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  query
    .whereBetween('property.latitude', [latitude - high, latitude + high])
    .whereBetween('property.longitude', [longitude - high / shrink, longitude + high / shrink])
    .orderByRaw('(property.latitude - ?) ^ 2 + ((property.longitude - ?) * ?) ^ 2, listings.id', [
      ...[latitude, longitude, shrink],
    ])
}
