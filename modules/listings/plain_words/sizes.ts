import type { Draft } from './draft.ts'
import type { Unit } from './meaning.ts'
import type { Quantity } from './quantities.ts'
import { isSound, measured, rangeOf, rounded } from './ranges.ts'

type Area = Extract<Unit, { of: 'area' }>

/** Who names one size wants at least that. Gunthas and cents become the unit that listings have. */
export function settleSize(quantity: Quantity, { unit, factor }: Area, draft: Draft): boolean {
  const { facts } = draft
  const size = measured(rangeOf(quantity, 'min'), (value) => rounded(value * factor))
  const isTold = facts.size_min !== undefined || facts.size_max !== undefined
  if (!isSound(size) || isTold) return false
  facts.size_min = size.min
  facts.size_max = size.max
  facts.size_unit = unit
  return true
}
