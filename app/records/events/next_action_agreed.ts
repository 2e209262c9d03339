import type { DomainEvent } from '#kernel/tenancy/unit'
import type TimelineEntry from '../models/timeline_entry.ts'

/** Something is to be done next about a record: whoever looks after it may want to hear of it. */
export class NextActionAgreed implements DomainEvent {
  readonly name = 'records.next_action_agreed'
  readonly version = 1
  readonly payload: { entryId: string }

  constructor({ id }: TimelineEntry) {
    this.payload = { entryId: id }
  }
}
