import { mergeWrites } from './merge_writes.ts'
import type { Ground, TextField, Write } from '#tests/functional/security/writes'

const ofRequirement = ({ records }: Ground) => ({
  contact_id: records.contact,
  id: records.requirement,
  requirement_id: records.requirement,
})

const ofLink = ({ records }: Ground) => ({
  contact_id: records.contact,
  id: records.link,
  link_id: records.link,
})
const ofScore = ({ records }: Ground) => ({
  contact_id: records.contact,
  id: records.score,
  score_id: records.score,
})

const requirement = () => ({
  dealType: 'sale',
  budgetFrom: '100000',
  budgetTo: '200000',
  localities: ['Ballard'],
  types: ['house'],
  bedsMin: 2,
  bathsMin: 1,
  sizeMin: 900,
  features: ['garden'],
  timing: 'year',
  moveInOn: '2027-05-01',
  household: '2 adults',
  dealBreakers: 'A busy road',
  version: 1,
})

const texts: Record<string, TextField> = {
  'household': { most: 200 },
  'dealBreakers': { most: 1_000 },
  'localities[0]': { most: 40, list: true },
}

/** Changes of what is known about a contact beyond its own facts, and around its likes. */
export const aboutWrites: Record<string, Write> = {
  ...mergeWrites,
  'contacts.requirements.store': {
    params: ofRequirement,
    body: requirement,
    texts,
    formAt: ({ records }) => `/app/contacts/${records.contact}/requirements/create`,
  },
  'contacts.requirements.update': {
    params: ofRequirement,
    body: requirement,
    texts,
    formAt: ({ records }) =>
      `/app/contacts/${records.contact}/requirements/${records.requirement}/edit`,
  },
  'contacts.requirements.destroy': { params: ofRequirement },
  'contacts.requirements.restoration.store': {
    params: ofRequirement,
    given: 'update contact_requirements set deleted_at = now()',
  },
  'contacts.links.store': {
    params: ofLink,
    body: ({ records }) => ({ otherId: records.spouse, side: 'employer' }),
  },
  'contacts.links.destroy': { params: ofLink },
  'contacts.links.restoration.store': {
    params: ofLink,
    given: 'update contact_links set deleted_at = now()',
  },
  'contacts.scores.store': {
    params: ofScore,
    body: () => ({ score: 7, comment: 'Quick and kind' }),
    texts: { comment: { most: 1_000 } },
  },
  'contacts.scores.destroy': { params: ofScore },
  'contacts.scores.restoration.store': {
    params: ofScore,
    given: 'update contact_scores set deleted_at = now()',
  },
}
