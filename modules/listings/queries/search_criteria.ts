import { readMoney } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { unit } from '#kernel/tenancy/tenancy'
import { squareMetres } from '../areas.ts'
import { plotUnits } from '../listing_words.ts'
import { localityNames } from '../places.ts'
import { askedFilters } from './asked_filters.ts'
import { partsOf } from './filter_text.ts'
import type { FilterName, ListingFilters } from './listing_filters.ts'
import { areaIn, circleIn } from './nearness.ts'
import { plainSearch } from './plain_search.ts'

/** What a client can look for; how the agency works on a listing is no criterion. */
const CRITERIA: FilterName[] = [
  ...(['deal_type', 'types', 'localities', 'city', 'beds_min', 'beds_max', 'baths_min'] as const),
  ...(['price_min', 'price_max', 'currency', 'size_min', 'size_max', 'size_unit'] as const),
  ...(['features', 'near', 'area', 'q'] as const),
]

export interface Criteria {
  /** The address that says it, in the order of the criteria. */
  query: string
  columns: Record<string, unknown>
}

/** The criteria that an address of the list says, its plain words understood. */
export async function searchCriteria(address: string): Promise<Criteria> {
  const typed = Object.fromEntries(new URLSearchParams(address.slice(0, 6_000)))
  const filters = await askedFilters((await plainSearch(typed))?.asked ?? typed)
  const pairs = CRITERIA.filter((name) => filters[name]).map((name) => [name, filters[name]!])
  return { query: new URLSearchParams(pairs).toString(), columns: columnsOf(filters) }
}

function columnsOf(filters: ListingFilters): Record<string, unknown> {
  return {
    deal_type: filters.deal_type ?? null,
    types: listOf(filters.types),
    features: listOf(filters.features),
    words: wordsIn(filters.q),
    ...roomsIn(filters),
    ...priceIn(filters),
    ...sizeIn(filters),
    ...placesIn(filters),
    ...circleOf(filters),
    area: polygonOf(filters.area),
  }
}

function wordsIn(text: string | undefined): string[] | null {
  return text?.toLowerCase().replaceAll('"', '').split(' ').filter(Boolean) ?? null
}

function placesIn({ localities, city, own }: ListingFilters) {
  const keys = listOf(localities)
  const names = keys && localityNames(keys, unit().tenant.market, own)
  return {
    localities: names?.map((name) => name.toLowerCase()) ?? null,
    city: city?.toLowerCase() ?? null,
  }
}

function circleOf({ near, own }: ListingFilters) {
  return circleIn(near, own) ?? { latitude: null, longitude: null, kilometres: null }
}

function roomsIn({ beds_min: least, beds_max: most, baths_min: baths }: ListingFilters) {
  return { beds_min: numberIn(least), beds_max: numberIn(most), baths_min: numberIn(baths) }
}

function priceIn({ price_min: least, price_max: most, currency }: ListingFilters) {
  const own = marketPack(unit().tenant.market).currency
  const read = (text?: string) => {
    const reading = text === undefined ? null : readMoney(text, own)
    return reading?.ok ? reading.minor : null
  }
  return { price_min_minor: read(least), price_max_minor: read(most), currency: currency ?? null }
}

function sizeIn({ size_min: least, size_max: most, size_unit: told }: ListingFilters) {
  const own = marketPack(unit().tenant.market).areaUnit
  const measure = plotUnits.find((one) => one === told) ?? own
  const area = (text?: string) => {
    const number = numberIn(text)
    return number === null ? null : squareMetres(number, measure)
  }
  return { size_min_sqm: area(least), size_max_sqm: area(most) }
}

function polygonOf(text: string | undefined): string | null {
  const corners = text === undefined ? null : areaIn(text)
  const points = corners?.map(({ latitude, longitude }) => `(${longitude},${latitude})`)
  return points ? `(${points.join(',')})` : null
}

function listOf(text: string | undefined): string[] | null {
  return text === undefined ? null : partsOf(text)
}

function numberIn(text: string | undefined): number | null {
  const number = Number(text?.replaceAll(/[, ]/g, '') ?? Number.NaN)
  return Number.isFinite(number) ? number : null
}
