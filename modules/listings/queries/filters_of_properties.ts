import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { marketPack } from '#kernel/markets/packs'
import type { KnownPlace } from '#kernel/places/place_provider'
import { isUuid } from '#kernel/tenancy/names'
import { unit } from '#kernel/tenancy/tenancy'
import { squareMetres } from '../areas.ts'
import { plotUnits, propertyTypes } from '../listing_words.ts'
import type Property from '../models/property.ts'
import { localityNames } from '../places.ts'
import { known, numberIn, partsOf } from './filter_text.ts'
import { boxIn } from './nearness.ts'
import { narrowToArea, narrowToBox, narrowToCircle } from './narrow_to_place.ts'

type PropertyQuery = ModelQueryBuilderContract<typeof Property, unknown>

interface Asked {
  size_unit?: string
  own?: KnownPlace[]
}

/** What narrows it by the property. */
export const ofProperty = {
  types: (query: PropertyQuery, text: string) => narrowToTypes(query, known(text, propertyTypes)),
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

function narrowToTypes(query: PropertyQuery, types: string[]): void {
  if (types.length > 0) query.whereIn('properties.type', types)
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
