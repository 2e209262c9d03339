import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import Listing from '../../models/listing.ts'
import { discreetly } from './discreet.ts'
import { publicListings } from './public_listings.ts'

/** Addresses begin with the reference, whatever an agency's references look like. */
const MOST_PARTS = 8

/** The public listing at an address such as `L-00012-house-on-the-hill`. */
export async function publicListingAt(address: string): Promise<Listing | null> {
  const beginnings = beginningsOf(address)
  return (await at(discreetly(publicListings()), beginnings)) ?? publicSurvivorOf(beginnings)
}

/** What stood at such an address for everybody, and is sold, let or withdrawn. */
export async function goneListingAt(address: string): Promise<Listing | null> {
  const gone = Listing.query()
    .whereIn('listings.status', ['closed', 'withdrawn', 'expired'])
    .where('listings.visibility', 'public')
    .whereNotNull('listings.activated_at')
  return at(gone, beginningsOf(address))
}

async function at(query: ModelQueryBuilderContract<typeof Listing>, references: string[]) {
  const found = await query
    .whereIn('listings.reference', references)
    .preload('property')
    .limit(MOST_PARTS)
  const [listing] = found.sort((one, other) => other.reference.length - one.reference.length)
  return listing ?? null
}

function beginningsOf(address: string): string[] {
  if (/\p{Cc}/u.test(address)) return []
  const parts = address.split('-').slice(0, MOST_PARTS)
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'))
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
