import { type Chance, type Weighted } from '#kernel/demo/chance'
import type { AuthorityKind, ListingStatus, Visibility } from '../listing_words.ts'
import type { DemoCareer, DemoOffer } from './drafts.ts'

const statuses: Weighted<ListingStatus> = [
  ['active', 62],
  ['under_offer', 9],
  ['closed', 12],
  ['draft', 5],
  ['pending_review', 2],
  ['paused', 3],
  ['expired', 5],
  ['withdrawn', 2],
]

const visibilities: Weighted<Visibility> = [
  ['public', 88],
  ['exclusive', 8],
  ['private', 4],
]

const authorities: Weighted<AuthorityKind> = [
  ['sole', 60],
  ['joint', 10],
  ['open', 30],
]

const notes = [
  'Keys are at the office, second hook.',
  'The owner prefers viewings after four in the afternoon.',
  'The neighbour has the gate remote.',
  'Photos are booked for next week.',
  'The owner would consider a quick closing for a little less.',
  'Please leave the side door unlocked for the gardener.',
  'Two families came back for a second look.',
  'The dog is friendly, but ring first.',
]

const tags = ['New on the market', 'Open house', 'Motivated owner', 'Corner plot', 'Needs work']

/** What became of an offer at the agency: how it stands, since when, and what was said about it. */
export function careerOf(offer: DemoOffer, chance: Chance): DemoCareer {
  const status = chance.weigh(statuses)
  const age = ageOf(status, chance)
  return {
    status,
    visibility: chance.weigh(visibilities),
    createdDaysAgo: age,
    authorityKind: chance.weigh(authorities),
    authorityFrom: -age,
    authorityUntil: untilOf(status, age, chance),
    commissionPercent: chance.pick([1, 1.5, 2, 2.5, 3, 5]),
    freshUntil: freshUntilOf(status, chance),
    ...closingOf(status, offer, { age, chance }),
    ownerVerified: chance.happens(0.45),
    propertyVerified: chance.happens(0.35),
    earlier: earlierOf(offer, { age, chance }),
    tag: chance.happens(0.2) ? chance.pick(tags) : null,
    note: chance.happens(0.35) ? chance.pick(notes) : null,
  }
}

function ageOf(status: ListingStatus, chance: Chance): number {
  if (status === 'draft' || status === 'pending_review') return chance.between(0, 12)
  if (status === 'active') return chance.between(1, 120)
  return chance.between(40, 240)
}

/** Some authorities are about to end: there is something to do today. */
function untilOf(status: ListingStatus, age: number, chance: Chance): number {
  if (status === 'expired') return -chance.between(1, Math.min(35, age))
  if (status === 'active' && chance.happens(0.03)) return chance.between(0, 14)
  return chance.between(15, 260)
}

function freshUntilOf(status: ListingStatus, chance: Chance): number | null {
  if (status === 'draft' || status === 'pending_review') return null
  return chance.happens(0.06) ? -chance.between(1, 20) : chance.between(1, 30)
}

interface Circumstance {
  age: number
  chance: Chance
}

function closingOf(status: ListingStatus, { dealType }: DemoOffer, { age, chance }: Circumstance) {
  if (status !== 'closed') return { closedAs: null, closedOn: null }
  return {
    closedAs: dealType === 'sale' ? ('sold' as const) : ('rented' as const),
    closedOn: -chance.between(1, age - 20),
  }
}

function earlierOf({ price }: DemoOffer, { age, chance }: Circumstance) {
  if (age < 20 || !chance.happens(0.25)) return null
  const share = 1 + chance.between(2, 9) / 100
  return { price: Math.round((price * share) / 100_000) * 100_000, daysAgo: Math.floor(age / 2) }
}
