import type { HttpContext } from '@adonisjs/core/http'
import { customFieldsOf, knownTags } from '#app/records'
import { staffForMenus } from '#app/members'
import {
  dealTypes,
  features,
  listingStatuses,
  propertyTypes,
  visibilities,
} from '../listing_words.ts'
import ListingCategory from '../models/listing_category.ts'
import { type FilterName, inOneText, partsOf } from '../queries/listing_filters.ts'
import { knownPlaces } from '../queries/known_places.ts'
import { listingSubject } from '../subject.ts'
import { wordsOf } from './filter_chips.ts'

interface Option {
  value: string
  text: string
}

interface Filter {
  key: string
  label: string
  kind: 'choice' | 'text'
  options?: Option[]
}

/** All by which the list can be narrowed, with the values to choose from. */
export async function filterMenu(ctx: HttpContext): Promise<Filter[]> {
  const { colleagues, teams } = await staffForMenus()
  const places = await knownPlaces(ctx.staff.actor)
  return [
    choice(ctx, 'deal_type', words(ctx, 'deal_type', dealTypes)),
    choice(ctx, 'types', added(ctx, 'types', words(ctx, 'types', propertyTypes))),
    ...['price_min', 'price_max', 'beds_min', 'beds_max', 'baths_min', 'size_min', 'size_max'].map(
      (key): Filter => ({ key, label: label(ctx, key), kind: 'text' })
    ),
    choice(ctx, 'localities', added(ctx, 'localities', plain(places.localities))),
    choice(ctx, 'city', plain(places.cities)),
    choice(ctx, 'features', added(ctx, 'features', words(ctx, 'features', features))),
    choice(ctx, 'status', added(ctx, 'status', words(ctx, 'status', listingStatuses))),
    choice(ctx, 'agent', [...words(ctx, 'agent', ['me', 'none']), ...named(colleagues)]),
    choice(ctx, 'team', named(teams)),
    choice(ctx, 'category', named(await ListingCategory.query().orderBy('position'))),
    choice(ctx, 'visibility', words(ctx, 'visibility', visibilities)),
    choice(ctx, 'stale', words(ctx, 'stale', ['yes', 'no'])),
    choice(ctx, 'authority', words(ctx, 'authority', ['14', '30', '90', 'none'])),
    choice(ctx, 'tag', plain(await knownTags())),
    ...(await customFilters(ctx)),
  ].filter((filter) => filter.kind === 'text' || (filter.options?.length ?? 0) > 0)
}

/** Fields with few values; the others are found by searching. */
async function customFilters({ i18n }: HttpContext): Promise<Filter[]> {
  const fields = await customFieldsOf(listingSubject.type)
  const answers = ['yes', 'no'].map((value) => ({ value, text: i18n.t(`records.fields.${value}`) }))
  return fields
    .filter(({ kind }) => kind === 'choice' || kind === 'yes_no')
    .map(({ key, label: text, kind, choices }) => ({
      key: `custom.${key}`,
      label: text,
      kind: 'choice',
      options: kind === 'yes_no' ? answers : plain(choices),
    }))
}

/** Filters that take several values: choosing one adds it to those that are chosen. */
function added({ request }: HttpContext, key: string, options: Option[]): Option[] {
  const now = inOneText(request.qs()[key])
  const chosen = typeof now === 'string' ? partsOf(now) : []
  return options
    .filter(({ value }) => !chosen.includes(value))
    .map(({ value, text }) => ({ value: [...chosen, value].join(','), text }))
}

function choice(ctx: HttpContext, key: string, options: Option[]): Filter {
  return { key, label: label(ctx, key), kind: 'choice', options }
}

function words({ i18n }: HttpContext, key: FilterName, values: readonly string[]): Option[] {
  return values.map((value) => ({ value, text: i18n.t(`${wordsOf[key]}.${value}`) }))
}

function plain(values: readonly string[]): Option[] {
  return values.map((value) => ({ value, text: value }))
}

function named(rows: readonly { id: string; name: string }[]): Option[] {
  return rows.map(({ id, name }) => ({ value: id, text: name }))
}

function label({ i18n }: HttpContext, key: string): string {
  return i18n.t(`listings.filters.${key}`)
}
