import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Chance } from '#kernel/demo/chance'
import { type Locality, localitiesOf } from '#kernel/markets/localities'
import type { Feature } from '../listing_words.ts'
import type { DemoHome } from './drafts.ts'
import { describe } from './words.ts'

const FILE = new URL('king_county.csv.gz', import.meta.url)

/** The sale of a home as the county recorded it. */
type Sale = Record<string, string>

/** Sales that were chosen once and for all, as homes that are for sale today. */
export function kingCountyHomes(seed: string, count: number): DemoHome[] {
  const byPostcode = new Map(localitiesOf('US').map((one) => [one.postcode, one]))
  const chosen = new Chance(`${seed} sales`).take(count, recordedSales())
  return chosen.flatMap((sale) => {
    const locality = byPostcode.get(sale.zipcode)
    return locality ? [homeFrom(sale, locality)] : []
  })
}

function recordedSales(): Sale[] {
  const [head, ...lines] = gunzipSync(readFileSync(FILE)).toString().trim().split('\n')
  const names = head.trim().split(',')
  return lines.map((line) => {
    const cells = line.trim().split(',')
    return Object.fromEntries(names.map((name, index) => [name, cells[index]]))
  })
}

function homeFrom(sale: Sale, locality: Locality): DemoHome {
  const chance = new Chance(`sale ${sale.id} ${sale.date}`)
  const property = propertyFrom(sale, { locality, chance })
  return {
    property,
    offer: {
      ...describe({ property, dealType: 'sale', market: 'US', chance }),
      dealType: 'sale',
      price: Math.round(Number(sale.price) * 100),
      rentPeriod: null,
    },
  }
}

function propertyFrom(sale: Sale, { locality, chance }: { locality: Locality; chance: Chance }) {
  const number = (name: string) => Number(sale[name])
  const isNarrow = number('sqft_lot') < 1800 && number('floors') >= 2
  return {
    type: isNarrow ? ('townhouse' as const) : ('house' as const),
    address: {
      line: `${chance.between(1100, 9899)} ${chance.pick(streets)}`,
      city: locality.city,
      state: 'WA',
      postcode: sale.zipcode,
    },
    locality: locality.name,
    latitude: number('lat'),
    longitude: number('long'),
    sizeValue: number('sqft_living'),
    sizeUnit: 'sqft' as const,
    plotValue: number('sqft_lot'),
    plotUnit: 'sqft' as const,
    beds: number('bedrooms'),
    baths: number('bathrooms'),
    yearBuilt: number('yr_built'),
    features: featuresFrom(sale, chance),
  }
}

function featuresFrom(sale: Sale, chance: Chance): Feature[] {
  const has = (name: string, more = 0) => Number(sale[name]) > more
  const told: [Feature, boolean][] = [
    ['waterfront', has('waterfront')],
    ['view', has('view')],
    ['basement', has('sqft_basement')],
    ['renovated', has('yr_renovated')],
    ['garden', has('sqft_lot', 6000)],
    ['garage', chance.happens(0.7)],
    ['fireplace', has('grade', 7) && chance.happens(0.6)],
    ['parking', chance.happens(0.3)],
  ]
  return told.filter(([, isThere]) => isThere).map(([feature]) => feature)
}

const streets = [
  'Alder Crest Ave',
  'Heron Point Way',
  'Madrona Hill St',
  'Larkspur Pl N',
  'Old Cannery Rd',
  'Saltwater Ln',
  'Fernbrook Dr NE',
  'Cedar Landing Ave S',
  'Ferry View Ct',
  'Tillicum Ridge Rd',
  'Northwind St SW',
  'Quartermaster Ln',
  'Sockeye Run NW',
  'Halyard St',
  'Thistle Bank Ave',
  'Gasworks Row',
]
