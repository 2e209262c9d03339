import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import ListingCategory from '../models/listing_category.ts'
import { partsOf } from '../queries/filter_text.ts'
import { type ListingFilters, filterNames } from '../queries/listing_filters.ts'
import type { ListRequest } from '../queries/listing_list.ts'
import { circleIn, partsOfCircle } from '../queries/nearness.ts'
import { ownKnownPlaces } from '../queries/own_places.ts'
import { localityName } from '../places.ts'
import { type MeasureName, measureText, measures } from './measure_chips.ts'
import { ownerNamed } from './owner_choices.ts'

export interface Chip {
  /** The filters that it stands for, the first being the one by which it is changed. */
  keys: string[]
  label: string
  text: string
}

const measured = new Set<string>(Object.values(measures).flat())
/** What the page says by itself: the words in the box, and the part of the map that is looked at. */
const UNSAID = new Set<string>(['q', 'box'])

/** Where the words of a filter's values stand. */
export const wordsOf: Partial<Record<keyof ListingFilters, string>> = {
  status: 'listings.statuses',
  deal_type: 'listings.deal_types',
  types: 'listings.types',
  features: 'listings.features',
  visibility: 'listings.visibilities',
  rent_period: 'listings.rent_periods',
  stale: 'listings.answers',
  authority: 'listings.filter_values.authority',
  agent: 'listings.filter_values.agent',
}

/** What the list is narrowed by, in words, each to be taken away by itself. */
export async function filterChips(
  ctx: HttpContext,
  { filters, deleted }: ListRequest
): Promise<Chip[]> {
  const chips = measureChips(ctx, filters)
  for (const name of filterNames) {
    const value = filters[name]
    if (value === undefined || isSaidElsewhere(name)) continue
    chips.push(chip(ctx, name, await valueText(ctx, name, value)))
  }
  for (const [key, text] of Object.entries(filters.custom))
    chips.push({ keys: [`custom.${key}`], label: key.replaceAll('_', ' '), text })
  if (deleted) chips.push(chip(ctx, 'status', ctx.i18n.t('listings.views.deleted')))
  return chips
}

function measureChips(ctx: HttpContext, filters: ListingFilters): Chip[] {
  return (Object.keys(measures) as MeasureName[]).flatMap((name) => {
    const text = measureText(ctx, name, filters)
    const label = ctx.i18n.t(`listings.plain_words.${name}.label`)
    return text ? [{ keys: [...measures[name]], label, text }] : []
  })
}

function isSaidElsewhere(name: string): boolean {
  return UNSAID.has(name) || measured.has(name)
}

function chip({ i18n }: HttpContext, key: string, text: string): Chip {
  return { keys: [key], label: i18n.t(`listings.filters.${key}`), text }
}

async function valueText(
  ctx: HttpContext,
  name: keyof ListingFilters,
  value: string
): Promise<string> {
  const named = await names[name]?.(ctx, value)
  if (named) return named
  const words = wordsOf[name]
  if (!words) return value
  return partsOf(value)
    .map((part) => (/^[a-z0-9_]+$/.test(part) ? ctx.i18n.t(`${words}.${part}`, {}, part) : part))
    .join(', ')
}

type NameFinder = (ctx: HttpContext, id: string) => Promise<string | null>

/** Values that are ids of something with a name. */
const names: Partial<Record<keyof ListingFilters, NameFinder>> = {
  area: async ({ i18n }) => i18n.t('listings.list.drawn_area'),
  near: (ctx, text) => nearText(ctx, text),
  localities: async ({ tenant }, text) =>
    partsOf(text)
      .map((key) => localityName(key, tenant!.market))
      .join(', '),
  owner: async (ctx, id) => (await ownerNamed(ctx, id))?.name ?? null,
  import: async ({ i18n }) => i18n.t('listings.filter_values.import'),
  category: async (_ctx, id) => nameAmong(await ListingCategory.query(), id),
  agent: async (_ctx, id) => nameAmong((await staffForMenus()).colleagues, id),
  team: async (_ctx, id) => nameAmong((await staffForMenus()).teams, id),
}

/** "5 km around Ballard", "3 mi around Ballard"; what names no place that is known narrows nothing, and says so. */
async function nearText({ i18n }: HttpContext, text: string): Promise<string> {
  const { place, far, unit } = partsOfCircle(text)
  const circle = circleIn(text) ?? circleIn(text, await ownKnownPlaces())
  if (!circle) return i18n.t('listings.filter_values.near_unknown', { text })
  const said = /^[-\d., ]+$/.test(place) ? i18n.t('listings.filter_values.point') : place
  return i18n.t('listings.filter_values.near', { far, unit, place: said })
}

function nameAmong(rows: { id: string; name: string }[], wanted: string): string | null {
  return rows.find(({ id }) => id === wanted)?.name ?? null
}
