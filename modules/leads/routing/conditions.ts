import type { Intent } from '../lead_words.ts'

/** What a lead must be like; whatever is not named does not matter. */
export interface Conditions {
  sources?: string[]
  /** Localities, cities or postcodes. */
  places?: string[]
  /** Minor units of the agency's currency. */
  priceFrom?: number | null
  priceTo?: number | null
  intents?: Intent[]
  /** Language codes, such as `en`. */
  languages?: string[]
  /** Agents of the listing that was asked about. */
  agents?: string[]
}

/** What rules look at. */
export interface RoutingFacts {
  source: string
  places: string[]
  price: number | null
  intent: Intent | null
  language: string | null
  listingAgentId: string | null
}

/** Why a rule fits: one fact of the lead. */
export interface Reason {
  kind: 'source' | 'place' | 'price' | 'intent' | 'language' | 'agent'
  value: string
}

/** Tells the name of the place that a word means. */
export type PlaceNaming = (word: string) => string

type Check = (
  facts: RoutingFacts,
  conditions: Conditions,
  named: PlaceNaming
) => Reason | 'unasked' | null

/** The facts for which a lead fits, none where nothing is asked for; null where it does not fit. */
export function reasonsFor(
  facts: RoutingFacts,
  conditions: Conditions,
  named: PlaceNaming
): Reason[] | null {
  const found = checks.map((check) => check(facts, conditions, named))
  if (found.includes(null)) return null
  return found.filter((one): one is Reason => one !== null && one !== 'unasked')
}

const checks: Check[] = [
  ({ source }, { sources }) => oneOf('source', [source], sources),
  // Whoever types “The Heights” and whoever types the name that the agency has for it mean one place.
  ({ places }, { places: wanted = [] }, named) =>
    oneOf('place', places.map(named), wanted.map(named)),
  ({ price }, conditions) => inBand(price, conditions),
  ({ intent }, { intents }) => oneOf('intent', [intent], intents),
  ({ language }, { languages }) => oneOf('language', [language], languages),
  ({ listingAgentId }, { agents }) => oneOf('agent', [listingAgentId], agents),
]

function oneOf(
  kind: Reason['kind'],
  values: (string | null)[],
  wanted: readonly string[] = []
): Reason | 'unasked' | null {
  if (wanted.length === 0) return 'unasked'
  const known = wanted.map(plain)
  const value = values.find((one) => one !== null && known.includes(plain(one)))
  return value ? { kind, value } : null
}

function plain(word: string): string {
  return word.trim().toLowerCase()
}

function inBand(price: number | null, { priceFrom, priceTo }: Conditions) {
  const [from, to] = [priceFrom ?? 0, priceTo ?? Infinity]
  if (from === 0 && to === Infinity) return 'unasked'
  const isInside = price !== null && price >= from && price <= to
  return isInside ? { kind: 'price' as const, value: String(price) } : null
}
