import { Chance } from '#kernel/demo/chance'
import type { MarketKey } from '#kernel/markets/market_pack'
import {
  type Intent,
  type LeadStatus,
  type LostReason,
  checks,
  intents,
  lostReasons,
  offersProperty,
} from '../lead_words.ts'
import { prices } from './markets.ts'
import { type DemoPerson, People } from './people.ts'
import { campaigns, messages, pages, tags } from './phrases.ts'
import { type DemoStory, storyOf } from './story.ts'

export interface DemoMember {
  id: string
  name: string
  role: string
  teamId: string | null
}

export interface KnownContact {
  id: string
  first_name: string | null
  last_name: string | null
  name: string
  primary_phone: string | null
  primary_email: string | null
  city: string | null
  locality: string | null
}

export interface DemoRequest {
  /** The agency's slug; it is the seed, so each agency has leads of its own. */
  agency: string
  market: MarketKey
  /** Everything lies before this instant, in milliseconds. */
  now: number
  staff: DemoMember[]
  contacts: KnownContact[]
  count?: number
}

export interface DemoLead extends DemoPerson, DemoStory {
  source: string
  sourceDetail: Record<string, unknown>
  intent: Intent
  message: string | null
  /** In minor units. */
  budget: [number, number] | null
  askingPrice: number | null
  localities: string[]
  motivation: number | null
  owner: DemoMember | null
  checked: string[]
  lostReason: LostReason | null
  tags: string[]
  unit: string | null
}

const DAY = 86_400_000

/** Believable leads of one agency with their history; the same request gives the same leads. */
export function demoLeads(request: DemoRequest): DemoLead[] {
  const people = new People(request.contacts, new Chance(`${request.agency} lead people`))
  return Array.from({ length: request.count ?? 280 }, (_, index) =>
    draft(request, people, new Chance(`${request.agency} lead ${index}`))
  )
}

function draft(request: DemoRequest, people: People, chance: Chance): DemoLead {
  const person = people.draw()
  const intent = chance.weigh(intents.map((one, index) => [one, [46, 26, 17, 11][index]] as const))
  const ageDays = 180 * chance.next() ** 2.2
  const status = statusAt(ageDays, chance)
  const owner = ownerFor(request.staff, status, chance)
  const at = request.now - ageDays * DAY - chance.between(5, 50) * 60_000
  return {
    ...person,
    ...wishOf(request, { intent, person, chance }),
    ...sourceOf(chance),
    ...storyOf({ status, at, now: request.now, owner, chance }),
    intent,
    motivation: chance.happens(0.8) ? chance.between(1, 5) : null,
    owner,
    checked: checksFor(status, chance),
    lostReason: status === 'lost' ? chance.pick(lostReasons) : null,
    tags: chance.happens(0.3) ? [chance.pick(tags)] : [],
    unit: chance.happens(0.25) ? `${chance.pick(['A', 'B', 'C'])}-${chance.between(1, 40)}` : null,
  }
}

/** The older a lead, the further it came, or the surer it was lost. */
function statusAt(ageDays: number, chance: Chance): LeadStatus {
  const shares =
    ageDays < 2
      ? [62, 34, 4, 0, 0, 0]
      : ageDays < 14
        ? [12, 42, 26, 8, 2, 10]
        : [2, 14, 18, 14, 24, 28]
  const statuses = ['new', 'contacted', 'qualified', 'negotiation', 'converted', 'lost'] as const
  return chance.weigh(statuses.map((status, index) => [status, shares[index]] as const))
}

const shares: Record<string, number> = {
  senior_agent: 40,
  junior_agent: 36,
  sales_director: 8,
  relationship_manager: 10,
  principal: 4,
}

/** Some that are new wait for somebody to take them. */
function ownerFor(staff: DemoMember[], status: LeadStatus, chance: Chance): DemoMember | null {
  if (status === 'new' && chance.happens(0.3)) return null
  const candidates = staff
    .map((member) => [member, shares[member.role] ?? 0] as const)
    .filter(([, share]) => share > 0)
  return candidates.length > 0 ? chance.weigh(candidates) : null
}

interface Wish {
  intent: Intent
  person: { name: string; place: { city: string | null; locality: string | null } }
  chance: Chance
}

function wishOf({ market }: DemoRequest, { intent, person, chance }: Wish) {
  const { name, place } = person
  const isOffer = offersProperty(intent)
  const price = priceOf(market, intent, chance)
  const isKnown = chance.happens(0.85)
  const where = place.locality ?? place.city ?? 'the area'
  const words = chance.pick(messages[intent]).replaceAll('{place}', where)
  return {
    // Signed, as people do: what many write word for word is taken for spam.
    message: chance.happens(0.8) ? `${words} ${name.split(' ')[0]}` : null,
    ...amountsOf(isKnown ? price : null, isOffer),
    localities: place.locality && !isOffer ? [place.locality] : [],
  }
}

/** Who offers names a price, who looks names a budget. */
function amountsOf(price: number | null, isOffer: boolean) {
  if (price === null) return { budget: null, askingPrice: null }
  return isOffer
    ? { budget: null, askingPrice: price }
    : { budget: budgetAround(price), askingPrice: null }
}

function priceOf(market: MarketKey, intent: Intent, chance: Chance): number {
  const { sale, rent } = prices[market]
  const { from, to, step } = intent === 'buy' || intent === 'sell' ? sale : rent
  const steps = chance.between(0, Math.round(((to - from) / step) * chance.next()))
  return (from + steps * step) * 100
}

function budgetAround(price: number): [number, number] {
  return [Math.round(price * 0.008) * 100, price]
}

const sources = [
  ['website', 26],
  ['property_portal', 18],
  ['referral', 14],
  ['whatsapp', 10],
  ['advertisement', 10],
  ['sign_board', 7],
  ['social_media', 7],
  ['walk_in', 5],
  ['phone', 3],
] as const

function sourceOf(chance: Chance) {
  const source = chance.weigh(sources)
  const isOnline = source === 'website' || source === 'advertisement' || source === 'social_media'
  if (!isOnline) return { source, sourceDetail: {} }
  const medium = source === 'website' ? 'organic' : 'cpc'
  const utm = { source: chance.pick(['google', 'facebook', 'newsletter']), medium }
  const campaign = source === 'website' ? {} : { campaign: chance.pick(campaigns) }
  return { source, sourceDetail: { utm: { ...utm, ...campaign }, firstPage: chance.pick(pages) } }
}

function checksFor(status: LeadStatus, chance: Chance): string[] {
  const likely = {
    new: 0,
    contacted: 0.15,
    qualified: 0.6,
    negotiation: 0.75,
    converted: 0.9,
    lost: 0.2,
  }
  return checks.filter(() => chance.happens(likely[status]))
}
