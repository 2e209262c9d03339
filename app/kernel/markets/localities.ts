import { BULAWAYO } from './localities/bulawayo.ts'
import { HARARE } from './localities/harare.ts'
import { KING_COUNTY } from './localities/king_county.ts'
import { keyOf, type Locality } from './localities/locality.ts'
import { PUNE } from './localities/pune.ts'
import type { MarketKey } from './market_pack.ts'

export type { Locality } from './localities/locality.ts'

const LOCALITIES: Record<MarketKey, Locality[]> = {
  US: KING_COUNTY,
  ZW: [...HARARE, ...BULAWAYO],
  IN: PUNE,
}

/** What people call a city besides its name. */
const CITY_NAMES: Record<string, string[]> = {
  'Harare': ['Hre'],
  'Bulawayo': ['Byo'],
  'Pune': ['Poona'],
  'Pimpri-Chinchwad': ['PCMC', 'Pimpri Chinchwad'],
}

const CITIES = mapped(citiesAmong)
const BY_KEY = mapped((localities) => new Map(localities.map((one) => [one.key, one])))

/** The localities that a market brings, by city; an agency may add its own. */
export function localitiesOf(market: MarketKey): Locality[] {
  return LOCALITIES[market]
}

/**
 * The cities around these localities, to be named in their place: "anywhere in Seattle". Cities
 * and localities share one space of keys. A town that is one locality ("Medina") is not repeated.
 */
export function citiesOf(market: MarketKey): Locality[] {
  return CITIES[market]
}

/** The locality with this key; undefined where the market brings none. */
export function findLocality(market: MarketKey, key: string): Locality | undefined {
  return BY_KEY[market].get(key)
}

/** The keys of localities for these keys of localities and cities: a city stands for its parts. */
export function localityKeysWithin(market: MarketKey, keys: string[]): string[] {
  const partsOf = (key: string) => {
    const city = CITIES[market].find((one) => one.key === key)?.name
    return city ? keysIn(market, city) : [key]
  }
  return [...new Set(keys.flatMap(partsOf))]
}

function keysIn(market: MarketKey, city: string): string[] {
  const parts = LOCALITIES[market].filter((one) => one.city === city)
  return parts.map(({ key }) => key)
}

function citiesAmong(localities: Locality[]): Locality[] {
  const byCity = Map.groupBy(localities, ({ city }) => city)
  const named = new Set(localities.map(({ name }) => name))
  const cities = [...byCity].filter(([city]) => !named.has(city))
  return cities.map(([city, parts]) => ({
    key: keyOf(city),
    name: city,
    city,
    lat: middle(parts.map(({ lat }) => lat)),
    lng: middle(parts.map(({ lng }) => lng)),
    also: CITY_NAMES[city] ?? [],
  }))
}

function middle(degrees: number[]): number {
  const sum = degrees.reduce((one, other) => one + other)
  return Number((sum / degrees.length).toFixed(4))
}

function mapped<Value>(make: (localities: Locality[]) => Value): Record<MarketKey, Value> {
  return { US: make(LOCALITIES.US), ZW: make(LOCALITIES.ZW), IN: make(LOCALITIES.IN) }
}
