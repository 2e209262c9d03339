import type Listing from '../../models/listing.ts'
import { discreetly } from './discreet.ts'
import { publicListings } from './public_listings.ts'

/** Addresses begin with the reference, whatever an agency's references look like. */
const MOST_PARTS = 8

/** The public listing at an address such as `L-00012-house-on-the-hill`. */
export async function publicListingAt(address: string): Promise<Listing | null> {
  if (/\p{Cc}/u.test(address)) return null
  const parts = address.split('-').slice(0, MOST_PARTS)
  const beginnings = parts.map((_, index) => parts.slice(0, index + 1).join('-'))
  const found = await discreetly(publicListings())
    .whereIn('listings.reference', beginnings)
    .preload('property')
    .limit(MOST_PARTS)
  const [listing] = found.sort((one, other) => other.reference.length - one.reference.length)
  return listing ?? (await publicSurvivorOf(beginnings))
}

/** The one into which a listing of such a reference was merged, at the end of the chain. */
async function publicSurvivorOf(references: string[]): Promise<Listing | null> {
  return discreetly(publicListings())
    .whereRaw(
      `listings.id in (with recursive trail as (
         select id, merged_into from listings where reference = any(?) and merged_into is not null
         union select taken.id, taken.merged_into from listings as taken join trail on taken.id = trail.merged_into)
       select id from trail)`,
      [references]
    )
    .preload('property')
    .first()
}
