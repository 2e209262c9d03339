import { unit } from '#kernel/tenancy/tenancy'
import type { DomainEvent } from '#kernel/tenancy/unit'

const MOST = 500

/** Something that happened to contacts, told by their ids. */
export abstract class ContactsEvent implements DomainEvent {
  abstract readonly name: string
  readonly version = 1
  readonly payload: { contactIds: string[] }

  constructor(contactIds: string[]) {
    this.payload = { contactIds }
  }
}

/** Tells of any number of contacts, a page of them in each event. */
export function tellOf(Event: new (contactIds: string[]) => ContactsEvent, ids: string[]): void {
  for (let start = 0; start < ids.length; start += MOST)
    unit().tell(new Event(ids.slice(start, start + MOST)))
}
