import { tellOf } from '../events/listings_event.ts'
import ListingsPriceChanged from '../events/listings_price_changed.ts'
import type { FieldValues } from '../merging/merge_fields.ts'
import type Listing from '../models/listing.ts'
import { notePrice } from './note_price.ts'
import { renewQuality } from './renew_quality.ts'

/** After a merge, or its undoing, gave the first of these listings these values. */
export async function settleMerged(listings: Listing[], values: FieldValues): Promise<void> {
  const [survivor] = listings
  if ('price' in values) {
    await notePrice(survivor)
    tellOf(ListingsPriceChanged, [survivor.id])
  }
  for (const listing of listings) await renewQuality(listing)
}
