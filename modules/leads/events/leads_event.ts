import { unit } from '#kernel/tenancy/tenancy'
import type { DomainEvent } from '#kernel/tenancy/unit'

const MOST = 500

/** Something that happened to leads, told by their ids. */
export abstract class LeadsEvent implements DomainEvent {
  abstract readonly name: string
  readonly version = 1
  readonly payload: { leadIds: string[] }

  constructor(leadIds: string[]) {
    this.payload = { leadIds }
  }
}

/** Tells of any number of leads, a page of them in each event. */
export function tellOf(Event: new (leadIds: string[]) => LeadsEvent, ids: string[]): void {
  for (let start = 0; start < ids.length; start += MOST)
    unit().tell(new Event(ids.slice(start, start + MOST)))
}
