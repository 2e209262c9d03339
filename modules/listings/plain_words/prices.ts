import { decimalsOf } from '#kernel/markets/money'
import type { Draft } from './draft.ts'
import type { Quantity } from './quantities.ts'
import { isSound, joined, measured, type Range, rangeOf } from './ranges.ts'

const WEEKS_OF_A_MONTH = 52 / 12

/** Who names one price does not want to pay more. What was said first holds. */
export function settlePrice(quantity: Quantity, draft: Draft): boolean {
  if (!isPrice(quantity, draft)) return false
  const { facts } = draft
  const currency = quantity.currency ?? draft.vocabulary.currency
  const price = minorRange(quantity, currency)
  const known = { min: facts.price_min_minor, max: facts.price_max_minor }
  const range = isSound(price) ? joined(known, price) : undefined
  if (!range || (facts.currency ?? currency) !== currency) return false
  facts.price_min_minor = range.min
  facts.price_max_minor = range.max
  facts.currency = currency
  return true
}

function minorRange(quantity: Quantity, currency: string): Range {
  const periods = quantity.unit?.of === 'week' ? WEEKS_OF_A_MONTH : 1
  const factor = 10 ** decimalsOf(currency) * periods
  return measured(rangeOf(quantity, 'max'), (value) => Math.round(value * factor))
}

/** Tells money from house numbers, years and what else is a number. */
function isPrice({ isMoney, unit, bound, low, high = low }: Quantity, draft: Draft): boolean {
  if (isMoney || unit !== undefined) return true
  if (draft.isRent) return high >= 100
  if (bound !== undefined) return high >= 1_000
  return low >= 10_000 && low % 1_000 === 0
}
