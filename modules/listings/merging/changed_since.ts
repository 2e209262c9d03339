import type Listing from '../models/listing.ts'
import type ListingMerge from '../models/listing_merge.ts'
import { isSame, valueNow } from './merge_fields.ts'

/** The fields that the merge set and that somebody has changed since. */
export function changedSince(survivor: Listing, { after }: ListingMerge): string[] {
  return Object.entries(after)
    .filter(([key, value]) => !isSame(valueNow(survivor, key), value))
    .map(([key]) => key)
}
