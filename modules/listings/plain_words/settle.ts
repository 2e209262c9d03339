import { decimalsOf } from '#kernel/markets/money'
import type { Draft } from './draft.ts'
import type { Unit } from './meaning.ts'
import type { Quantity } from './quantities.ts'

type Range = { min?: number; max?: number }

const MOST_ROOMS = 20
const WEEKS_OF_A_MONTH = 52 / 12

/** Writes a quantity down as the filter that it is; false where it is none. */
export function settle(quantity: Quantity, draft: Draft): boolean {
  const { unit, isAside } = quantity
  if (isAside || unit?.of === 'other') return false
  if (unit?.of === 'beds') return settleBeds(quantity, draft)
  if (unit?.of === 'baths') return settleBaths(quantity, draft)
  if (unit?.of === 'area') return settleSize(quantity, unit, draft)
  return isPrice(quantity, draft) && settlePrice(quantity, draft)
}

/** "2.5 BHK" is sold as either; "2bhk or 3bhk" means both. */
function settleBeds(quantity: Quantity, { facts }: Draft): boolean {
  const { low, high = low, bound, isStrict } = quantity
  if (Math.max(low, high) > MOST_ROOMS) return false
  const strictly = isStrict && quantity.high === undefined ? 1 : 0
  const [least, most] = [Math.floor(Math.min(low, high)), Math.ceil(Math.max(low, high))]
  const isKnown = facts.beds_min !== undefined || facts.beds_max !== undefined
  const min = bound === 'max' && !quantity.high ? undefined : least + strictly
  const max = bound === 'min' && !quantity.high ? undefined : most - strictly
  const widest = isKnown
    ? widened({ min, max }, { min: facts.beds_min, max: facts.beds_max })
    : { min, max }
  facts.beds_min = widest.min
  facts.beds_max = widest.max
  return true
}

function widened(one: Range, other: Range): Range {
  const ends = (a?: number, b?: number) => (a === undefined || b === undefined ? [] : [a, b])
  const [lows, highs] = [ends(one.min, other.min), ends(one.max, other.max)]
  return {
    ...(lows.length > 0 && { min: Math.min(...lows) }),
    ...(highs.length > 0 && { max: Math.max(...highs) }),
  }
}

function settleBaths({ low, bound, high }: Quantity, draft: Draft): boolean {
  if (low > MOST_ROOMS || (bound === 'max' && high === undefined)) return false
  return draft.set('baths_min', low)
}

/** Who names one size wants at least that. */
function settleSize(quantity: Quantity, unit: Unit & { of: 'area' }, draft: Draft): boolean {
  const { facts } = draft
  if (facts.size_unit) return false
  const { min, max } = rangeOf(quantity, 'min')
  const counted = (value?: number) => value && Number((value * unit.factor).toFixed(2))
  if (!isFilled(counted(min), counted(max))) return false
  facts.size_min = counted(min)
  facts.size_max = counted(max)
  facts.size_unit = unit.unit
  return true
}

/** Who names one price does not want to pay more. */
function settlePrice(quantity: Quantity, { facts, vocabulary }: Draft): boolean {
  const currency = quantity.currency ?? vocabulary.currency
  const { min, max } = rangeOf(quantity, 'max')
  const periods = quantity.unit?.of === 'week' ? WEEKS_OF_A_MONTH : 1
  const minor = (value?: number) =>
    value && Math.round(value * periods * 10 ** decimalsOf(currency))
  const [least, most] = [minor(min), minor(max)]
  if (!isFilled(least, most)) return false
  if (facts.currency !== undefined && facts.currency !== currency) return false
  if (least && facts.price_min_minor) return false
  if (most && facts.price_max_minor) return false
  facts.price_min_minor ??= least
  facts.price_max_minor ??= most
  facts.currency = currency
  return true
}

function isFilled(...values: (number | undefined)[]): boolean {
  const told = values.filter((value) => value !== undefined)
  return (
    told.length > 0 && told.every((value) => value > 0 && Number.isSafeInteger(Math.ceil(value)))
  )
}

function rangeOf({ low, high, bound }: Quantity, usual: 'min' | 'max'): Range {
  if (high !== undefined) return { min: Math.min(low, high), max: Math.max(low, high) }
  if (bound === 'around') return { min: round(low * 0.9), max: round(low * 1.1) }
  const side = bound === 'min' || bound === 'max' ? bound : usual
  return { [side]: low }
}

function round(value: number): number {
  return Number(value.toFixed(2))
}

/** Tells money from house numbers, years and what else is a number. */
function isPrice({ isMoney, unit, bound, low, high = low }: Quantity, draft: Draft): boolean {
  if (isMoney || unit !== undefined) return true
  if (draft.isRent) return high >= 100
  if (bound !== undefined) return high >= 1_000
  return low >= 10_000 && low % 1_000 === 0
}
