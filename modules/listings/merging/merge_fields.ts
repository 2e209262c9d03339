import { isDeepStrictEqual } from 'node:util'
import type { Visibility } from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import type Property from '../models/property.ts'

/** Fields of a listing by their keys; each holds the attributes that go together. */
export type FieldValues = Record<string, Record<string, unknown>>

type OfListing = readonly (keyof Listing & string)[]
type OfProperty = readonly (keyof Property & string)[]

/** The fields from which people choose, and what belongs to each. Labels are `listings.fields.<key>`. */
const listingFields: Record<string, OfListing> = {
  title: ['title'],
  description: ['description'],
  price: ['priceMinor', 'currency', 'rentPeriod'],
  visibility: ['visibility'],
  hides_address: ['hidesAddress'],
  category: ['categoryId'],
  agent: ['ownerId', 'teamId'],
  authority_kind: ['authorityKind', 'authorityFrom', 'authorityUntil'],
  commission_percent: ['commissionPercent'],
  commission_terms: ['commissionTerms'],
}

const propertyFields: Record<string, OfProperty> = {
  type: ['type'],
  address: ['address', 'locality', 'city', 'postcode'],
  place: ['latitude', 'longitude'],
  size: ['sizeValue', 'sizeUnit'],
  plot: ['plotValue', 'plotUnit'],
  beds: ['beds'],
  baths: ['baths'],
  year_built: ['yearBuilt'],
  features: ['features'],
  owner: ['ownerContactId'],
}

/** What says nothing without the value beside it. */
const beside = ['currency', 'rentPeriod']

export const CUSTOM = 'custom.'

/** A listing's values and those of its property, field by field, the agency's own among them. */
export function valuesOf(listing: Listing, { other }: { other: Listing }): FieldValues {
  const keys = new Set([...Object.keys(listing.custom), ...Object.keys(other.custom)])
  const all = [
    ...Object.keys(listingFields),
    ...Object.keys(propertyFields),
    ...[...keys].map((key) => CUSTOM + key),
  ]
  return Object.fromEntries(all.map((key) => [key, valueNow(listing, key)]))
}

/** What such a field holds now. */
export function valueNow(listing: Listing, key: string): Record<string, unknown> {
  if (key.startsWith(CUSTOM)) return { value: listing.custom[key.slice(CUSTOM.length)] ?? null }
  if (key in listingFields) return pick(listing, listingFields[key])
  return pick(listing.property, propertyFields[key])
}

/** Puts values into a listing and its property, as they were taken out of one. */
export function putValues(listing: Listing, values: FieldValues): void {
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith(CUSTOM))
      listing.custom = withValue(listing.custom, key.slice(CUSTOM.length), value.value)
    else if (key in listingFields) listing.merge(value)
    else listing.property.merge(value)
  }
}

function withValue<Values extends object>(values: Values, key: string, value: unknown): Values {
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))
  return (value === null ? rest : { ...rest, [key]: value }) as Values
}

/** Nothing in it that anybody wrote. */
export function isEmpty(value: Record<string, unknown>): boolean {
  return Object.entries(value).every(([name, part]) => beside.includes(name) || isNothing(part))
}

function isNothing(part: unknown): boolean {
  return part === null || isDeepStrictEqual(part, {}) || isDeepStrictEqual(part, [])
}

export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other))
}

/** As the database gives it back. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}

function pick<Model extends object>(model: Model, attributes: readonly (keyof Model & string)[]) {
  return Object.fromEntries(attributes.map((name) => [name, model[name] ?? null]))
}

const strictness: Record<Visibility, number> = { private: 2, exclusive: 1, public: 0 }

/** Whether the other one is shown to fewer people. */
export function isStricter(other: Visibility, mine: Visibility): boolean {
  return strictness[other] > strictness[mine]
}
