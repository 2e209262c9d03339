import type Listing from '../../models/listing.ts'
import { narrowToAlike } from '../alike.ts'
import { type SiteRow, publicListings, withCards } from './public_listings.ts'

const MOST = 3

/** Public listings of the same kind nearby that cost about the same, nearest first. */
export async function similarListings(listing: Listing): Promise<SiteRow[]> {
  const query = withCards(publicListings()).limit(MOST)
  narrowToAlike(query, listing)
  return query.pojo<SiteRow>()
}
