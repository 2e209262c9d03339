import type { HttpContext } from '@adonisjs/core/http'
import { formatPrice, shortPrice } from '#kernel/markets/money'
import { marketPack } from '#kernel/markets/packs'
import type { PlotUnit, RentPeriod } from '../listing_words.ts'

type Page = Pick<HttpContext, 'i18n' | 'tenant'>

interface Priced {
  priceMinor: number | null
  currency: string
  rentPeriod: RentPeriod | null
}

/** "$1,200 a month", as people here write it; null where nothing is asked yet. */
export function writtenPrice(page: Page, { priceMinor, currency, rentPeriod }: Priced) {
  if (priceMinor === null) return null
  const price = formatPrice(priceMinor, currency, localeOf(page))
  return rentPeriod ? page.i18n.t(`listings.price.per_${rentPeriod}`, { price }) : price
}

/** "$740K", as a map has room for. */
export function writtenShortPrice(page: Page, { priceMinor, currency }: Priced) {
  return priceMinor === null ? null : shortPrice(priceMinor, currency, localeOf(page))
}

/** "1,180 sq ft". */
export function writtenArea(page: Page, value: number | null, unit: PlotUnit | null) {
  if (value === null || unit === null) return null
  const digits = unit === 'sqm' || unit === 'sqft' ? 0 : 2
  const number = value.toLocaleString(localeOf(page), { maximumFractionDigits: digits })
  return page.i18n.t(`listings.areas.${unit}`, { area: number, count: value })
}

export function writtenNumber(page: Page, value: number | null): string | null {
  return value === null ? null : value.toLocaleString(localeOf(page))
}

function localeOf({ tenant }: Page): string {
  return marketPack(tenant!.market).locale
}
