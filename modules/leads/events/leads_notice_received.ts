import type { DomainEvent } from '#kernel/tenancy/unit'

/** A provider told of a lead by its id: the rest is to be fetched. */
export default class LeadsNoticeReceived implements DomainEvent {
  readonly name = 'leads.notice_received'
  readonly version = 1
  constructor(readonly payload: { intakeId: string }) {}
}
