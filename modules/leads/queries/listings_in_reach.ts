import { Listing } from '#modules/listings'
import { currentActor } from '#kernel/tenancy/tenancy'

const MOST = 10

/** The listing that somebody chose, if they may see it. */
export async function listingInReachOf(id: string): Promise<Listing | null> {
  return Listing.reachableBy(currentActor(), 'listings.view').where('id', id).first()
}

/** Listings within reach whose reference or title has these words. */
export async function listingsNamed(words: string): Promise<Listing[]> {
  const like = `%${words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  return Listing.reachableBy(currentActor(), 'listings.view')
    .whereRaw('(lower(reference) like ? or lower(title) like ?)', [like, like])
    .orderBy('reference')
    .limit(MOST)
}
