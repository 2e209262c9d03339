import type { HttpContext } from '@adonisjs/core/http'
import { customFieldsOf, knownTags } from '#app/records'
import { staffForMenus } from '#app/members'
import { writtenDistance } from '#kernel/markets/distances'
import { localitiesOf } from '#kernel/markets/localities'
import {
  dealTypes,
  features,
  listingStatuses,
  propertyTypes,
  visibilities,
} from '../listing_words.ts'
import ListingCategory from '../models/listing_category.ts'
import { type FilterCounts, filterCounts, isCounted } from '../queries/filter_counts.ts'
import { inOneText, partsOf } from '../queries/filter_text.ts'
import type { FilterName } from '../queries/listing_filters.ts'
import { listRequest } from '../queries/listing_list.ts'
import { listingSubject } from '../subject.ts'
import { wordsOf } from './filter_chips.ts'

const MOST_PLACES = 60
const TYPED = [
  'price_min',
  'price_max',
  'beds_min',
  'beds_max',
  'baths_min',
  'size_min',
  'size_max',
]

interface Option {
  value: string
  text: string
  /** How many the list would show. */
  count?: number
}

interface Filter {
  key: string
  label: string
  kind: 'choice' | 'text'
  hint?: string
  /** What stands there now. */
  value?: string
  options?: Option[]
  /** How many fit each value is counted when somebody opens it. */
  isUncounted?: boolean
}

/** All by which the list can be narrowed, or those that are `wanted`, with how many fit each of their values. */
export async function filterMenu(ctx: HttpContext, wanted: string[] = []): Promise<Filter[]> {
  const { actor } = ctx.staff
  const counts = await filterCounts(actor, await listRequest(ctx.request.qs(), actor), wanted)
  const all = await allFilters(ctx, counts)
  return all
    .filter(({ key }) => wanted.length === 0 || wanted.includes(key))
    .map((filter) => added(ctx, counted(filter, counts)))
    .filter((filter) => isCounted(filter.key) || hasChoice(filter))
}

function hasChoice({ kind, options = [] }: Filter): boolean {
  return kind === 'text' || options.length > 0
}

async function allFilters(ctx: HttpContext, counts: FilterCounts): Promise<Filter[]> {
  const { colleagues, teams } = await staffForMenus()
  const agents = [...words(ctx, 'agent', ['me', 'none']), ...named(colleagues)]
  return [
    choice(ctx, 'deal_type', words(ctx, 'deal_type', dealTypes)),
    choice(ctx, 'types', words(ctx, 'types', propertyTypes)),
    ...TYPED.map((key): Filter => ({ key, label: label(ctx, key), kind: 'text' })),
    choice(ctx, 'localities', busiest(counts, 'localities')),
    choice(ctx, 'city', busiest(counts, 'city')),
    { ...near(ctx), kind: 'text' as const },
    choice(ctx, 'features', words(ctx, 'features', features)),
    choice(ctx, 'status', words(ctx, 'status', listingStatuses)),
    choice(ctx, 'agent', agents),
    choice(ctx, 'team', named(teams)),
    choice(ctx, 'category', named(await ListingCategory.query().orderBy('position'))),
    choice(ctx, 'visibility', words(ctx, 'visibility', visibilities)),
    choice(ctx, 'stale', words(ctx, 'stale', ['yes', 'no'])),
    choice(ctx, 'authority', words(ctx, 'authority', ['14', '30', '90', 'none'])),
    choice(ctx, 'tag', plain(await knownTags())),
    ...(await customFilters(ctx)),
  ]
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

function near(ctx: HttpContext) {
  const [{ name: place }] = localitiesOf(ctx.tenant!.market)
  const far = writtenDistance(5, ctx.tenant!.market)
  const hint = ctx.i18n.t('listings.list.near_hint', { place, far })
  return { key: 'near', label: label(ctx, 'near'), hint }
}

function counted(filter: Filter, counts: FilterCounts): Filter {
  const those = counts.get(filter.key)
  if (!those || !filter.options) return { ...filter, isUncounted: isCounted(filter.key) }
  const options = filter.options.map((option) => ({
    ...option,
    count: /^(me|none)$/.test(option.value) ? undefined : (those.get(option.value) ?? 0),
  }))
  return { ...filter, options }
}

const SEVERAL = new Set(['types', 'localities', 'features', 'status'])

/** Filters that take several values: choosing one adds it to those that are chosen. */
function added({ request }: HttpContext, filter: Filter): Filter {
  const now = inOneText(request.qs()[filter.key])
  const value = typeof now === 'string' ? now : undefined
  if (!SEVERAL.has(filter.key)) return { ...filter, value }
  const chosen = partsOf(value ?? '')
  const options = filter.options
    ?.filter((option) => !chosen.includes(option.value))
    .map((option) => ({ ...option, value: [...chosen, option.value].join(',') }))
  return { ...filter, options }
}

/** Where the agency has listings: the busiest places, by name. */
function busiest(counts: FilterCounts, name: FilterName): Option[] {
  const all = [...(counts.get(name) ?? [])].sort(([, one], [, other]) => other - one)
  const names = all.slice(0, MOST_PLACES).map(([value]) => value)
  return plain(names.sort((one, other) => one.localeCompare(other)))
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
