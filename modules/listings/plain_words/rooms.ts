import type { Draft } from './draft.ts'
import type { Quantity } from './quantities.ts'
import { isUpright, type Range } from './ranges.ts'

export const MOST_ROOMS = 20

/** "3 bed" is exactly that; "2bhk or 3bhk" means both. */
export function settleBeds(quantity: Quantity, { facts }: Draft): boolean {
  const { low, high = low } = quantity
  if (Math.max(low, high) > MOST_ROOMS) return false
  const known = { min: facts.beds_min, max: facts.beds_max }
  const isFirst = known.min === undefined && known.max === undefined
  const beds = isFirst ? bedsOf(quantity) : spanned(known, bedsOf(quantity))
  if (!isUpright(beds)) return false
  facts.beds_min = beds.min
  facts.beds_max = beds.max
  return true
}

/** A filter knows no most of baths: that is left in words. */
export function settleBaths({ low, bound, high }: Quantity, draft: Draft): boolean {
  if (low > MOST_ROOMS || (bound === 'max' && high === undefined)) return false
  return draft.set('baths_min', low)
}

/** "2.5 BHK" is sold as two and as three. */
function bedsOf({ low, high, bound, isStrict }: Quantity): Range {
  if (high !== undefined)
    return { min: Math.floor(Math.min(low, high)), max: Math.ceil(Math.max(low, high)) }
  const strictly = isStrict ? 1 : 0
  if (bound === 'min') return { min: Math.floor(low) + strictly }
  if (bound === 'max') return { max: Math.max(0, Math.ceil(low) - strictly) }
  return { min: Math.floor(low), max: Math.ceil(low) }
}

/** "At least 2" and "at most 4" are one range; "2 or 4" is the range around both. */
function spanned(one: Range, other: Range): Range {
  const [first, second] = one.max === undefined ? [one, other] : [other, one]
  if (first.max === undefined && second.min === undefined)
    return { min: first.min, max: second.max }
  return { min: outer(Math.min, one.min, other.min), max: outer(Math.max, one.max, other.max) }
}

function outer(pick: typeof Math.min, one?: number, other?: number): number | undefined {
  return one === undefined || other === undefined ? undefined : pick(one, other)
}
