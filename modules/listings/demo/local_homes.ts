import { type Locality, localitiesOf } from '#kernel/markets/localities'
import type { Address, MarketKey } from '#kernel/markets/market_pack'
import { Chance, type Weighted } from '#kernel/demo/chance'
import type { DealType, Feature, PropertyType } from '../listing_words.ts'
import type { DemoHome, DemoProperty } from './drafts.ts'
import { harare } from './markets/zw.ts'
import { pune } from './markets/in.ts'
import { describe } from './words.ts'

type Range = [low: number, high: number]

/** What homes of a kind are like in a town, in the units that people there count in. */
export interface Kind {
  size: Range | null
  /** For each bedroom beyond the first. */
  perBed?: number
  beds: Range | null
  plot: Range | null
  /** Whole units of money for one unit of size, or of the plot where there is no size. */
  price: Range
  rents: number
}

export interface Town {
  state?: string
  unit: 'sqm' | 'sqft'
  kinds: Weighted<PropertyType>
  ofKind: Partial<Record<PropertyType, Kind>>
  features: Weighted<Feature>
  streets: string[]
  /** Localities that cost more. */
  dear: string[]
  /** What prices are rounded to, and rents. */
  rounded: { sale: number; rent: number }
  /** A month's rent for the price. */
  yield: number
}

const towns: Partial<Record<MarketKey, Town>> = { ZW: harare, IN: pune }

/** Homes that could stand in the towns of a market; the same seed gives the same homes. */
export function localHomes(seed: string, market: MarketKey, count: number): DemoHome[] {
  const town = towns[market]
  if (!town) return []
  const places = localitiesOf(market)
  return Array.from({ length: count }, (_, index) => {
    const chance = new Chance(`${seed} home ${index}`)
    return homeIn(town, market, { locality: chance.pick(places), chance })
  })
}

interface Draw {
  locality: Locality
  chance: Chance
}

function homeIn(town: Town, market: MarketKey, { locality, chance }: Draw): DemoHome {
  const type = chance.weigh(town.kinds)
  const kind = town.ofKind[type]!
  const property = propertyIn(town, { type, kind }, { locality, chance })
  const dealType: DealType = chance.happens(kind.rents) ? 'rent' : 'sale'
  return {
    property,
    offer: {
      ...describe({ property, dealType, market, chance }),
      dealType,
      price: priceOf(town, { property, kind, dealType }, chance),
      rentPeriod: dealType === 'rent' ? 'month' : null,
    },
  }
}

function propertyIn(
  town: Town,
  { type, kind }: { type: PropertyType; kind: Kind },
  { locality, chance }: Draw
): DemoProperty {
  const beds = kind.beds && chance.between(...kind.beds)
  const sizeValue = sizeOf(kind, beds ?? 1, chance)
  const plotValue = kind.plot && chance.between(...kind.plot) * 10
  return {
    type,
    address: addressIn(town, { locality, chance }),
    locality: locality.name,
    latitude: scattered(locality.lat, chance),
    longitude: scattered(locality.lng, chance),
    sizeValue,
    sizeUnit: sizeValue ? town.unit : null,
    plotValue,
    plotUnit: plotValue ? town.unit : null,
    beds,
    baths: beds && Math.max(1, beds - chance.between(0, 2)),
    ...builtIn(town, sizeValue !== null, chance),
  }
}

function sizeOf({ size, perBed = 0 }: Kind, beds: number, chance: Chance): number | null {
  return size && chance.between(...size) + beds * perBed
}

function addressIn(town: Town, { locality, chance }: Draw): Address {
  return {
    line: `${chance.between(2, 240)} ${chance.pick(town.streets)}`,
    locality: locality.name,
    city: locality.city,
    ...(town.state && { state: town.state, postcode: locality.postcode }),
  }
}

/** An empty plot has neither a year nor anything else. */
function builtIn(town: Town, isBuilt: boolean, chance: Chance) {
  if (!isBuilt) return { yearBuilt: null, features: [] }
  const yearBuilt = chance.happens(0.7) ? chance.between(1958, 2024) : null
  return { yearBuilt, features: featuresFrom(town, chance.between(1, 6), chance) }
}

function featuresFrom(town: Town, count: number, chance: Chance): Feature[] {
  const drawn = Array.from({ length: count }, () => chance.weigh(town.features))
  return [...new Set(drawn)].sort()
}

/** Within about a kilometre of the middle of the locality. */
function scattered(degrees: number, chance: Chance): number {
  return Math.round((degrees + (chance.next() - 0.5) * 0.014) * 1e5) / 1e5
}

interface Priced {
  property: DemoProperty
  kind: Kind
  dealType: DealType
}

function priceOf(town: Town, { property, kind, dealType }: Priced, chance: Chance): number {
  const dear = town.dear.some((name) => property.locality.includes(name)) ? 1.6 : 1
  const each = chance.between(...kind.price)
  const value = each * (property.sizeValue ?? property.plotValue ?? 100) * dear
  const asked = dealType === 'rent' ? value * town.yield : value
  const step = town.rounded[dealType]
  return Math.max(step, Math.round(asked / step) * step) * 100
}
