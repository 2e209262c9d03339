import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { searchWords } from '#app/records'
import type { KnownPlace } from '#kernel/places/place_provider'
import type { Actor } from '#kernel/tenancy/actor'
import type Listing from '../models/listing.ts'
import Property from '../models/property.ts'
import { inOneText } from './filter_text.ts'
import { ofListing } from './filters_of_listings.ts'
import { ofProperty } from './filters_of_properties.ts'

type Query = ModelQueryBuilderContract<typeof Listing, unknown>

/**
 * What the address of the list asks for; whatever makes no sense is left out. Several values of
 * one filter stand in one text, with commas: `types=house,land`.
 */
export type ListingFilters = Partial<Record<FilterName, string>> & {
  /** Values of the agency's own fields, by key. */
  custom: Record<string, string>
  /** Places of the agency's own, where the address names one (`askedFilters`). */
  own?: KnownPlace[]
}

export type FilterName = keyof typeof ofListing | keyof typeof ofProperty

const listingNames = Object.keys(ofListing) as (keyof typeof ofListing)[]
const propertyNames = Object.keys(ofProperty) as (keyof typeof ofProperty)[]

export const filterNames: readonly FilterName[] = [...listingNames, ...propertyNames]

/** Reads the filters of an address; a value that is no text is none. */
export function filtersFrom(asked: Record<string, unknown>): ListingFilters {
  const filters: ListingFilters = { custom: {} }
  for (const name of filterNames) {
    const words = name === 'area' ? areaText(asked[name]) : searchWords(inOneText(asked[name]))
    if (words !== '') filters[name] = words
  }
  for (const [name, value] of Object.entries(asked)) {
    const key = /^custom\.([a-z][a-z0-9_]{0,39})$/.exec(name)?.[1]
    const words = searchWords(value)
    if (key && words !== '') filters.custom[key] = words
  }
  return filters
}

/** Longer than words may be: every corner is a pair of numbers. */
function areaText(value: unknown): string {
  const text = inOneText(value)
  return typeof text === 'string' && /^[-\d.,; ]{1,4000}$/.test(text) ? text : ''
}

export function narrow(query: Query, filters: ListingFilters, actor: Actor): void {
  for (const name of listingNames) {
    const value = filters[name]
    if (value !== undefined) ofListing[name](query, value, actor)
  }
  narrowToProperties(query, filters)
  for (const [key, value] of Object.entries(filters.custom)) {
    const wanted = value === 'yes' ? true : value === 'no' ? false : value
    query.whereRaw('listings.custom @> ?::jsonb', [JSON.stringify({ [key]: wanted })])
  }
}

/** All that is asked of the property in one question; no question where nothing is asked. */
function narrowToProperties(query: Query, filters: ListingFilters): void {
  const asked = propertyNames.filter((name) => filters[name] !== undefined)
  if (asked.length === 0) return
  const properties = Property.query().select('properties.id')
  for (const name of asked) ofProperty[name](properties, filters[name]!, filters)
  query.whereIn('listings.property_id', properties)
}
