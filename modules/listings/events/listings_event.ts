import { unit } from '#kernel/tenancy/tenancy'
import type { DomainEvent } from '#kernel/tenancy/unit'

const MOST = 500

/** Something that happened to listings, told by their ids. */
export abstract class ListingsEvent implements DomainEvent {
  abstract readonly name: string
  readonly version = 1
  readonly payload: { listingIds: string[] }

  constructor(listingIds: string[]) {
    this.payload = { listingIds }
  }
}

/** Tells of any number of listings, a page of them in each event. */
export function tellOf(Event: new (listingIds: string[]) => ListingsEvent, ids: string[]): void {
  for (let start = 0; start < ids.length; start += MOST)
    unit().tell(new Event(ids.slice(start, start + MOST)))
}
