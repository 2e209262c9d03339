import { tagRecords, untagRecords } from '#app/records'
import { tellOf } from '../events/listings_event.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import { renewTagCopies } from './renew_copies.ts'

/** Puts these tags on listings, or takes them off. */
export async function tagListings(
  ids: string[],
  tags: string[],
  deed: 'tag' | 'untag'
): Promise<void> {
  const change = deed === 'tag' ? tagRecords : untagRecords
  await change('listing', ids, tags)
  await renewTagCopies(ids)
  tellOf(ListingsUpdated, ids)
}
