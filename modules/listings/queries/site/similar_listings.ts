import type Listing from '../../models/listing.ts'
import { narrowToAlike } from '../alike.ts'
import { type SiteRow, cardColumns, publicListings } from './public_listings.ts'

const MOST = 3

/** Public listings of the same kind nearby that cost about the same, nearest first. */
export async function similarListings(listing: Listing): Promise<SiteRow[]> {
  const query = publicListings()
    .joinRaw('join properties as property on property.id = listings.property_id')
    .select(...cardColumns)
    .limit(MOST)
  narrowToAlike(query, listing)
  return query.pojo<SiteRow>()
}
