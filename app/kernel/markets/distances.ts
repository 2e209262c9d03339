import { marketPack } from './packs.ts'
import type { MarketKey } from './market_pack.ts'

const KILOMETRES_OF_A_MILE = 1.609344

/** "1.2 mi" or "2 km", as people in this market say it. */
export function writtenDistance(kilometres: number, market: MarketKey): string {
  const { distanceUnit, locale } = marketPack(market)
  const far = distanceUnit === 'mi' ? kilometres / KILOMETRES_OF_A_MILE : kilometres
  const written = new Intl.NumberFormat(locale, { maximumFractionDigits: far < 10 ? 1 : 0 })
  return `${written.format(far)} ${distanceUnit}`
}

export function kilometresOf(far: number, unit: 'km' | 'mi'): number {
  return unit === 'mi' ? far * KILOMETRES_OF_A_MILE : far
}
