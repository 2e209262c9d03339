import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import Contact from '../models/contact.ts'
import ContactLink from '../models/contact_link.ts'
import ContactRequirement from '../models/contact_requirement.ts'
import ContactScore from '../models/contact_score.ts'

const ofRequirement = (records: SweptRecords) => ({
  contact_id: records.contact,
  id: records.requirement,
  requirement_id: records.requirement,
})

const ofLink = (records: SweptRecords) => ({
  contact_id: records.contact,
  id: records.link,
  link_id: records.link,
})
const ofScore = (records: SweptRecords) => ({
  contact_id: records.contact,
  id: records.score,
  score_id: records.score,
})

const link: RoutePolicy = { permission: 'contacts.update', params: ofLink }
const score: RoutePolicy = { permission: 'contacts.update', params: ofScore }
const requirement: RoutePolicy = { permission: 'contacts.update', params: ofRequirement }

export const aboutPolicies: Record<string, RoutePolicy> = {
  'contacts.requirements.create': requirement,
  'contacts.requirements.store': requirement,
  'contacts.requirements.edit': requirement,
  'contacts.requirements.update': requirement,
  'contacts.requirements.destroy': requirement,
  'contacts.requirements.restoration.store': requirement,
  'contacts.links.create': link,
  'contacts.links.store': link,
  'contacts.links.destroy': link,
  'contacts.links.restoration.store': link,
  'contacts.scores.store': score,
  'contacts.scores.destroy': score,
  'contacts.scores.restoration.store': score,
}

/** What is known about the contact beyond its own facts. */
export async function givenAbout({ id }: Contact, canary: string): Promise<SweptRecords> {
  const wanted = await ContactRequirement.create({
    ...{ contactId: id, dealType: 'sale', currency: 'USD', sizeUnit: 'sqft' },
    ...{ localities: [canary], household: canary, dealBreakers: canary },
  })
  const spouse = await Contact.create({
    ...{ type: 'person', status: 'active', kinds: [], address: {}, consent: {}, custom: {} },
    ...{ name: canary, tagNames: [] },
  })
  const linked = await ContactLink.create({ fromId: id, toId: spouse.id, kind: 'spouse' })
  const answer = await ContactScore.create({
    ...{ contactId: id, score: 9, comment: canary, authorName: canary },
  })
  return { requirement: wanted.id, spouse: spouse.id, link: linked.id, score: answer.id }
}
