import type { HttpContext } from '@adonisjs/core/http'
import { readMoney } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import type { FilterName, ListingFilters } from '../queries/listing_filters.ts'
import { plotUnits } from '../listing_words.ts'
import { writtenArea, writtenPrice } from './written.ts'

/** Filters that together say one thing, "3 to 4 bedrooms", and so are one chip. */
export const measures = {
  beds: ['beds_min', 'beds_max'],
  baths: ['baths_min'],
  price: ['price_min', 'price_max', 'currency'],
  size: ['size_min', 'size_max', 'size_unit'],
} as const satisfies Record<string, FilterName[]>

export type MeasureName = keyof typeof measures

/** "3 to 4 bedrooms", "at most $900,000"; null where nothing is asked of it. */
export function measureText(
  ctx: HttpContext,
  name: MeasureName,
  filters: ListingFilters
): string | null {
  const [least, most] = endsOf(name, filters)
  if (least === undefined && most === undefined) return null
  const min = least && said(ctx, name, { value: least, filters })
  const max = most && said(ctx, name, { value: most, filters })
  return ctx.i18n.t(`listings.plain_words.${name}.${formOf(min, max)}`, {
    min: min ?? '',
    max: max ?? '',
  })
}

function endsOf(name: MeasureName, filters: ListingFilters): (string | undefined)[] {
  const least = filters[measures[name][0]]
  const upper = name === 'baths' ? undefined : measures[name][1]
  return [least, upper && filters[upper]]
}

interface Said {
  value: string
  filters: ListingFilters
}

/** Amounts as people here write them; what cannot be read stays as it was typed. */
function said(ctx: HttpContext, name: MeasureName, told: Said): string {
  if (name === 'price') return saidPrice(ctx, told) ?? told.value
  if (name === 'size') return saidSize(ctx, told) ?? told.value
  return told.value
}

function saidPrice(ctx: HttpContext, { value, filters }: Said): string | null {
  const own = marketPack(ctx.tenant!.market).currency
  const reading = readMoney(value, own)
  if (!reading.ok) return null
  const currency = filters.currency ?? own
  return writtenPrice(ctx, { priceMinor: reading.minor, currency, rentPeriod: null })
}

function saidSize(ctx: HttpContext, { value, filters }: Said): string | null {
  const own = marketPack(ctx.tenant!.market).areaUnit
  const unit = plotUnits.find((one) => one === filters.size_unit) ?? own
  const number = Number(value.replaceAll(/[, ]/g, ''))
  return Number.isFinite(number) ? writtenArea(ctx, number, unit) : null
}

function formOf(min?: string, max?: string): 'one' | 'between' | 'from' | 'to' {
  if (min === max) return 'one'
  if (min === undefined) return 'to'
  return max === undefined ? 'from' : 'between'
}
