import type { DomainEvent } from '#kernel/tenancy/unit'

/** Letters of saved searches are to be sent: those of a frequency, or of one search. */
export default class ListingAlertsDue implements DomainEvent {
  readonly name = 'listings.alerts_due'
  readonly version = 1

  constructor(readonly payload: { frequency: 'instant' | 'daily' } | { searchId: string }) {}
}
