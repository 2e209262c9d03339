import type { Chance } from '#kernel/demo/chance'
import type { MarketKey } from '#kernel/markets/market_pack'
import type { RequirementDraft } from '../requirement_draft.ts'
import { type WantedFeature, type WantedType, timings } from '../requirement_words.ts'
import type { ContactDraft } from './drafts.ts'
import type { World } from './markets/world.ts'
import { lines } from './text.ts'

/** All three markets count in hundredths. */
const MINOR = 100

const homes: Record<MarketKey, WantedType[]> = {
  US: ['house', 'townhouse', 'apartment'],
  ZW: ['house', 'townhouse', 'cottage'],
  IN: ['apartment', 'villa', 'townhouse'],
}

const extras: WantedFeature[] = [
  'garden',
  'parking',
  'balcony',
  'garage',
  'security',
  'pets_welcome',
]

const households = lines(`
  Couple, first child on the way
  Family of four, one at school
  One person and a dog
  Couple and her mother
  Two friends who share
  Family of five`)

const limits = lines(`
  Not on a main road
  No stairs to the front door
  No work to be done before moving in
  Not further than half an hour from work`)

interface Wisher {
  market: MarketKey
  world: World
  chance: Chance
}

/** What one who buys or rents looks for; null for the others, and where nobody asked yet. */
export function wishOf(draft: ContactDraft, wisher: Wisher): RequirementDraft | null {
  const { chance } = wisher
  if (!wasAsked(draft) || !chance.happens(0.6)) return null
  const isTenant = draft.kinds[0] === 'tenant'
  return {
    dealType: isTenant ? 'rent' : 'sale',
    ...budgetOf(isTenant, wisher),
    ...homeOf(wisher),
    timing: chance.pick(timings),
    household: chance.happens(0.7) ? chance.pick(households) : null,
    dealBreakers: chance.happens(0.4) ? chance.pick(limits) : null,
  }
}

function wasAsked({ kinds, type, interactions }: ContactDraft): boolean {
  return ['buyer', 'tenant'].includes(kinds[0]) && type === 'person' && interactions.length > 1
}

function budgetOf(isTenant: boolean, { world, chance }: Wisher) {
  const most = isTenant ? world.money.rent(chance) : world.money.rounded(world.money.price(chance))
  return { budgetFrom: Math.round(most * 0.7) * MINOR, budgetTo: most * MINOR }
}

function homeOf({ market, world, chance }: Wisher) {
  return {
    localities: chance.take(chance.between(1, 3), world.areas).map(({ name }) => name),
    types: chance.take(chance.between(1, 2), homes[market]),
    bedsMin: chance.between(1, 4),
    bathsMin: chance.happens(0.5) ? chance.between(1, 2) : null,
    features: chance.take(chance.between(0, 2), extras),
  }
}
