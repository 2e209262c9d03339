import { majorUnits } from '#kernel/markets/money'
import type { Parsed } from './parsed.ts'

/** What the list's address calls it where that differs. */
const NAMES: Partial<Record<keyof Parsed, string>> = {
  price_min_minor: 'price_min',
  price_max_minor: 'price_max',
  rest: 'q',
}

/** The filters as the address of the list has them: lists with commas, prices in whole units. */
export function queryOf(parsed: Parsed): Record<string, string> {
  const pairs = Object.entries(parsed).map(([key, value]) => {
    const name = NAMES[key as keyof Parsed] ?? key
    return [name, name.startsWith('price_') ? priceOf(value, parsed) : String(value)]
  })
  return Object.fromEntries(pairs) as Record<string, string>
}

/** "200000", and "200000.50" only where there are cents. */
function priceOf(minor: number, { currency = 'USD' }: Parsed): string {
  return majorUnits(minor, currency).replace(/\.0+$/, '')
}
