import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { searchWords } from '#app/records'
import { readMoney } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import { daysAfter, isDay, today } from '#kernel/markets/time'
import type { KnownPlace } from '#kernel/places/place_provider'
import type { Actor } from '#kernel/tenancy/actor'
import { isUuid } from '#kernel/tenancy/names'
import { unit } from '#kernel/tenancy/tenancy'
import { squareMetres } from '../areas.ts'
import {
  listingStatuses,
  plotUnits,
  propertyTypes,
  rentPeriods,
  visibilities,
} from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import Property from '../models/property.ts'
import { localityNames } from '../places.ts'
import { boxIn } from './nearness.ts'
import { narrowToArea, narrowToBox, narrowToCircle } from './narrow_to_place.ts'
import { narrowToWords } from './narrow_to_words.ts'

type Query = ModelQueryBuilderContract<typeof Listing, unknown>
type PropertyQuery = ModelQueryBuilderContract<typeof Property, unknown>

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

/** What narrows the list by the listing itself. */
const ofListing = {
  q: (query: Query, words: string) => narrowToWords(query, words),
  status: (query: Query, text: string) =>
    narrowToOneOf(query, 'listings.status', known(text, listingStatuses)),
  deal_type: (query: Query, type: string) => query.where('listings.deal_type', type),
  price_min: (query: Query, text: string) => narrowToPrice(query, '>=', text),
  price_max: (query: Query, text: string) => narrowToPrice(query, '<=', text),
  currency: (query: Query, code: string) => query.where('listings.currency', code.toUpperCase()),
  rent_period: (query: Query, text: string) =>
    narrowToOneOf(query, 'listings.rent_period', known(text, rentPeriods)),
  category: (query: Query, id: string) => isUuid(id) && query.where('listings.category_id', id),
  visibility: (query: Query, text: string) =>
    narrowToOneOf(query, 'listings.visibility', known(text, visibilities)),
  agent: (query: Query, agent: string, actor: Actor) => narrowToAgent(query, agent, actor),
  team: (query: Query, team: string) => isUuid(team) && query.where('listings.team_id', team),
  tag: (query: Query, tag: string) => query.whereRaw('listings.tag_names @> ?', [[tag]]),
  import: (query: Query, id: string) => isUuid(id) && query.where('listings.import_id', id),
  stale: (query: Query, answer: string) => narrowToStale(query, answer),
  authority: (query: Query, when: string) => narrowToAuthority(query, when),
  quality_max: (query: Query, score: string) =>
    isNumber(score) && query.where('listings.quality_score', '<=', Number(score)),
}

interface Asked {
  size_unit?: string
  own?: KnownPlace[]
}

/** What narrows it by the property. */
const ofProperty = {
  types: (query: PropertyQuery, text: string) =>
    narrowToOneOf(query, 'properties.type', known(text, propertyTypes)),
  beds_min: (query: PropertyQuery, text: string) => atLeast(query, 'properties.beds', text),
  beds_max: (query: PropertyQuery, text: string) => atMost(query, 'properties.beds', text),
  baths_min: (query: PropertyQuery, text: string) => atLeast(query, 'properties.baths', text),
  size_min: (query: PropertyQuery, text: string, asked: Asked) =>
    narrowToSize(query, '>=', { text, unit: asked.size_unit }),
  size_max: (query: PropertyQuery, text: string, asked: Asked) =>
    narrowToSize(query, '<=', { text, unit: asked.size_unit }),
  /** In which the sizes are told; the market's where it is not said. */
  size_unit: () => {},
  localities: (query: PropertyQuery, text: string, { own }: Asked) =>
    narrowToLocalities(query, text, own),
  near: (query: PropertyQuery, text: string, { own }: Asked) => narrowToCircle(query, text, own),
  area: (query: PropertyQuery, text: string) => narrowToArea(query, text),
  box: (query: PropertyQuery, text: string) => narrowToBox(query, boxIn(text)),
  city: (query: PropertyQuery, city: string) => query.where('properties.city', city),
  features: (query: PropertyQuery, text: string) =>
    query.whereRaw('properties.features @> ?', [partsOf(text)]),
  owner: (query: PropertyQuery, id: string) =>
    isUuid(id) && query.where('properties.owner_contact_id', id),
}

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

/** An address may repeat a value, and its commas are taken for a list: one text again. */
export function inOneText(value: unknown): unknown {
  const isList = Array.isArray(value) && value.every((part) => typeof part === 'string')
  return isList ? value.join(',') : value
}

/** The values of a filter that may have several. */
export function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 50)
}

function known(text: string, values: readonly string[]): string[] {
  return partsOf(text).filter((part) => values.includes(part))
}

function narrowToOneOf(query: Query | PropertyQuery, column: string, values: string[]): void {
  if (values.length > 0) query.whereIn(column, values)
}

/** Amounts are those that people type: "750k", "45 lakh". */
function narrowToPrice(query: Query, than: '>=' | '<=', text: string): void {
  const reading = readMoney(text, marketPack(unit().tenant.market).currency)
  if (reading.ok) query.where('listings.price_minor', than, reading.minor)
}

const PLOT = `properties.plot_value * case properties.plot_unit when 'sqft' then 0.09290304
  when 'acre' then 4046.8564224 when 'hectare' then 10000 else 1 end`

/** Areas are in the unit of the market; acres and hectares, and what has no rooms, measure the plot. */
function narrowToSize(
  query: PropertyQuery,
  than: '>=' | '<=',
  { text, unit: told }: { text: string; unit?: string }
): void {
  const measure = plotUnits.find((one) => one === told) ?? marketPack(unit().tenant.market).areaUnit
  const size = numberIn(text)
  if (size === null) return
  const area = squareMetres(size, measure)
  if (measure === 'acre' || measure === 'hectare')
    return void query.whereRaw(`${PLOT} ${than} ?`, [area])
  query.whereRaw(
    `(properties.size_sqm ${than} ? or properties.size_sqm is null and ${PLOT} ${than} ?)`,
    [area, area]
  )
}

function narrowToLocalities(query: PropertyQuery, text: string, own?: KnownPlace[]): void {
  const names = localityNames(partsOf(text), unit().tenant.market, own)
  query.whereRaw('lower(properties.locality) = any(?)', [names.map((name) => name.toLowerCase())])
}

function atLeast(query: PropertyQuery, column: string, text: string): void {
  const number = numberIn(text)
  if (number !== null) query.where(column, '>=', number)
}

function atMost(query: PropertyQuery, column: string, text: string): void {
  const number = numberIn(text)
  if (number !== null) query.where(column, '<=', number)
}

function isNumber(text: string): boolean {
  return /^\d{1,9}(\.\d{1,4})?$/.test(text)
}

function numberIn(text: string): number | null {
  const plain = text.replaceAll(/[, ]/g, '')
  return isNumber(plain) ? Number(plain) : null
}

function narrowToAgent(query: Query, agent: string, actor: Actor): void {
  if (agent === 'me') query.where('listings.owner_id', actor.id)
  else if (agent === 'none') query.whereNull('listings.owner_id')
  else if (isUuid(agent)) query.where('listings.owner_id', agent)
}

function narrowToStale(query: Query, answer: string): void {
  const now = today(unit().tenant.timeZone)
  query.where('listings.status', 'active')
  if (answer === 'no') query.where('listings.fresh_until', '>=', now)
  else query.where('listings.fresh_until', '<', now)
}

/** `none`, or the number of days within which the authority of an active listing ends. */
function narrowToAuthority(query: Query, when: string): void {
  const now = today(unit().tenant.timeZone)
  if (when === 'none') return void query.whereNull('listings.authority_until')
  if (isDay(when)) return void query.where('listings.authority_until', '<=', when)
  const days = /^\d{1,3}$/.test(when) ? Number(when) : null
  if (days === null) return
  query
    .where('listings.status', 'active')
    .where('listings.authority_until', '<=', daysAfter(now, days))
}
