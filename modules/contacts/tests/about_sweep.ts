import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import type Contact from '../models/contact.ts'
import ContactRequirement from '../models/contact_requirement.ts'

const ofRequirement = (records: SweptRecords) => ({
  contact_id: records.contact,
  id: records.requirement,
  requirement_id: records.requirement,
})

const requirement: RoutePolicy = { permission: 'contacts.update', params: ofRequirement }

export const aboutPolicies: Record<string, RoutePolicy> = {
  'contacts.requirements.create': requirement,
  'contacts.requirements.store': requirement,
  'contacts.requirements.edit': requirement,
  'contacts.requirements.update': requirement,
  'contacts.requirements.destroy': requirement,
  'contacts.requirements.restoration.store': requirement,
}

/** What is known about the contact beyond its own facts. */
export async function givenAbout({ id }: Contact, canary: string): Promise<SweptRecords> {
  const wanted = await ContactRequirement.create({
    ...{ contactId: id, dealType: 'sale', currency: 'USD', sizeUnit: 'sqft' },
    ...{ localities: [canary], household: canary, dealBreakers: canary },
  })
  return { requirement: wanted.id }
}
