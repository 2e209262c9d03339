import type { DomainEvent } from '#kernel/tenancy/unit'

/** A picture has arrived as it was sent, and nobody may see it yet. */
export default class ListingMediaAdded implements DomainEvent {
  readonly name = 'listings.media_added'
  readonly version = 1

  constructor(readonly payload: { listingId: string; mediumId: string }) {}
}
