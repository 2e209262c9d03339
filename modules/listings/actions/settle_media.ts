import { tellOf } from '../events/listings_event.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import type Listing from '../models/listing.ts'
import { renewQuality } from './renew_quality.ts'

/** After a change of what is shown of a listing. */
export async function settleMedia(listing: Listing): Promise<void> {
  await renewQuality(listing)
  tellOf(ListingsUpdated, [listing.id])
}
