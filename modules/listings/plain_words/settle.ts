import type { Draft } from './draft.ts'
import { settlePrice } from './prices.ts'
import type { Quantity } from './quantities.ts'
import { settleBaths, settleBeds } from './rooms.ts'
import { settleSize } from './sizes.ts'

/** Writes a quantity down as the filter that it is; false where it is none. */
export function settle(quantity: Quantity, draft: Draft): boolean {
  if (quantity.isAside) return false
  switch (quantity.unit?.of) {
    case 'other':
      return false
    case 'beds':
      return settleBeds(quantity, draft)
    case 'baths':
      return settleBaths(quantity, draft)
    case 'area':
      return settleSize(quantity, quantity.unit, draft)
    default:
      return settlePrice(quantity, draft)
  }
}
