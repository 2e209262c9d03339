import { BulkFailure } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { ImportOrder } from '../imports/import_options.ts'
import type ListingFeed from '../models/listing_feed.ts'

/** What the records of a feed do to the stock, in the name of one run. */
export function orderOf({ id, ownerId }: ListingFeed, importId: string): ImportOrder {
  return {
    importId,
    feedId: id,
    options: { ownerId, existing: 'overwrite', type: 'house', dealType: 'sale' },
  }
}

/** The clock may always; a person only while they may import for the whole agency. */
export function assertMaySync(): void {
  if (currentActor().reachOf('listings.import') !== 'all')
    throw new BulkFailure('listings.feeds.failed.not_allowed')
}
