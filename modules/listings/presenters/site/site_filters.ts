import type { HttpContext } from '@adonisjs/core/http'
import { findLocality, localityKeysWithin } from '#kernel/markets/localities'
import { dealTypes, features, propertyTypes } from '../../listing_words.ts'
import type { Area } from '../../queries/site/areas.ts'
import { partsOf } from '../../queries/filter_text.ts'
import type { FilterName, ListingFilters } from '../../queries/listing_filters.ts'
import { publicAgent } from '../../queries/site/public_agents.ts'
import { wordsOf } from '../filter_chips.ts'
import { type MeasureName, measureText, measures } from '../measure_chips.ts'

interface Option {
  value: string
  text: string
}

/** One thing by which the list can be narrowed; with a value it is a chip. */
export interface SiteFilter {
  key: FilterName | MeasureName
  /** What it stands for in the address. */
  keys: readonly FilterName[]
  label: string
  kind: 'choice' | 'text' | 'range'
  options?: Option[]
  /** The ends of a range. */
  parts?: { key: FilterName; label: string; value?: string }[]
  value?: string
  text?: string
}

/** All by which a visitor can narrow, in the order in which people ask, with what they asked. */
export async function siteFilters(
  ctx: HttpContext,
  filters: ListingFilters,
  areas: Area[]
): Promise<SiteFilter[]> {
  const hidden: FilterName[] = ['city', 'agent', 'rent_period', 'q']
  const asked = hidden.filter((key) => filters[key] !== undefined)
  const told: SiteFilter[] = []
  for (const filter of [...offered(ctx, areas, filters), ...asked.map((key) => typed(ctx, key))]) {
    const value = filters[filter.key as FilterName]
    const text = value === undefined ? undefined : await said(ctx, filter, value)
    told.push({ value, text, ...filter })
  }
  return told
}

function offered(ctx: HttpContext, areas: Area[], filters: ListingFilters): SiteFilter[] {
  const places = areas.map(({ name }) => ({ value: name, text: name }))
  return [
    choice(ctx, 'deal_type', words(ctx, 'deal_type', dealTypes)),
    choice(ctx, 'types', words(ctx, 'types', propertyTypes)),
    range(ctx, 'price', filters),
    range(ctx, 'beds', filters),
    range(ctx, 'baths', filters),
    choice(ctx, 'localities', places),
    choice(ctx, 'features', words(ctx, 'features', features)),
    range(ctx, 'size', filters),
  ]
}

/** Both ends of one measure, "3 to 4", are one chip. */
function range(ctx: HttpContext, name: MeasureName, filters: ListingFilters): SiteFilter {
  const keys: readonly FilterName[] = measures[name]
  const ends = keys.filter((key) => /_(min|max)$/.test(key))
  const text = measureText(ctx, name, filters) ?? undefined
  return {
    ...{ key: name, keys, kind: 'range', value: text, text },
    label: ctx.i18n.t(`listings.plain_words.${name}.label`),
    parts: ends.map((key) => ({ key, label: label(ctx, key), value: filters[key] })),
  }
}

async function said(ctx: HttpContext, { key }: SiteFilter, value: string): Promise<string> {
  if (key === 'agent') return (await publicAgent(value))?.name ?? ctx.i18n.t('listings.site.gone')
  if (key === 'localities')
    return partsOf(value)
      .map((part) => placeName(ctx, part))
      .join(', ')
  const name = wordsOf[key as FilterName]
  if (!name) return value
  return partsOf(value)
    .map((part) => (/^[a-z0-9_]+$/.test(part) ? ctx.i18n.t(`${name}.${part}`, {}, part) : part))
    .join(', ')
}

/** A key of the market's localities or cities in words; names as they are. */
function placeName({ tenant }: HttpContext, part: string): string {
  const market = tenant!.market
  const known = findLocality(market, part)
  if (known) return known.name
  const [first] = localityKeysWithin(market, [part])
  return (first === part ? null : findLocality(market, first)?.city) ?? part
}

function choice(ctx: HttpContext, key: FilterName, options: Option[]): SiteFilter {
  return { key, keys: [key], label: label(ctx, key), kind: 'choice', options }
}

function typed(ctx: HttpContext, key: FilterName): SiteFilter {
  return { key, keys: [key], label: label(ctx, key), kind: 'text' }
}

function words({ i18n }: HttpContext, key: FilterName, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, text: i18n.t(`${wordsOf[key]}.${value}`) }))
}

function label({ i18n }: HttpContext, key: FilterName): string {
  return i18n.t(key === 'q' ? 'listings.site.results.words' : `listings.filters.${key}`)
}
