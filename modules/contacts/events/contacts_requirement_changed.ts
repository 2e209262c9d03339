import type { DomainEvent } from '#kernel/tenancy/unit'
import type ContactRequirement from '../models/contact_requirement.ts'

/** A contact looks for something else than before: something new, something changed, or no longer. */
export default class ContactsRequirementChanged implements DomainEvent {
  readonly name = 'contacts.requirement_changed'
  readonly version = 1
  readonly payload: { contactIds: [string]; requirementId: string }

  constructor({ id, contactId }: ContactRequirement) {
    this.payload = { contactIds: [contactId], requirementId: id }
  }
}
