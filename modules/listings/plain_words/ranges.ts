import type { Quantity } from './quantities.ts'

export interface Range {
  min?: number
  max?: number
}

/** "Around 500k" is a tenth less and a tenth more. */
const AROUND = 0.1

/** What a quantity bounds; a single number without a word bounds on the `usual` side. */
export function rangeOf({ low, high, bound }: Quantity, usual: 'min' | 'max'): Range {
  if (high !== undefined) return { min: Math.min(low, high), max: Math.max(low, high) }
  if (bound === 'around')
    return { min: rounded(low * (1 - AROUND)), max: rounded(low * (1 + AROUND)) }
  return { [bound === 'min' || bound === 'max' ? bound : usual]: low }
}

/** The same range in another measure. */
export function measured({ min, max }: Range, measure: (value: number) => number): Range {
  return {
    ...(min !== undefined && { min: measure(min) }),
    ...(max !== undefined && { max: measure(max) }),
  }
}

/** Tells whether a range can be asked for: neither empty nor beyond what is counted exactly. */
export function isSound(range: Range): boolean {
  const ends = Object.values(range)
  return (
    ends.length > 0 && ends.every((end) => end > 0 && Math.ceil(end) <= Number.MAX_SAFE_INTEGER)
  )
}

/** One range of two halves; none where both name the same side, or the lower end is above. */
export function joined(known: Range, more: Range): Range | undefined {
  const sides = ['min', 'max'] as const
  if (sides.some((side) => known[side] !== undefined && more[side] !== undefined)) return undefined
  const range = { ...known, ...more }
  return isUpright(range) ? range : undefined
}

export function isUpright({ min, max }: Range): boolean {
  return min === undefined || max === undefined || min <= max
}

export function rounded(value: number): number {
  return Number(value.toFixed(2))
}
