import type Listing from '../../models/listing.ts'
import { publicListings } from './public_listings.ts'

/** Addresses begin with the reference, whatever an agency's references look like. */
const MOST_PARTS = 8

/** The public listing at an address such as `L-00012-house-on-the-hill`. */
export async function publicListingAt(address: string): Promise<Listing | null> {
  if (/\p{Cc}/u.test(address)) return null
  const parts = address.split('-').slice(0, MOST_PARTS)
  const beginnings = parts.map((_, index) => parts.slice(0, index + 1).join('-'))
  const found = await publicListings()
    .whereIn('listings.reference', beginnings)
    .preload('property')
    .limit(MOST_PARTS)
  return found.sort((one, other) => other.reference.length - one.reference.length)[0] ?? null
}
