import type { Item } from './meaning.ts'

/** A number as somebody wrote it, with what makes it money. */
export interface Amount {
  value: number
  /** What the number was multiplied by: 1000 in "200k". */
  scale: number
  currency?: string
  /** Where the items end that tell it. */
  next: number
}

/** Reads "$1.2m", "1 cr 20 lakh", "350k usd", "two and a half" that begins at `at`. */
export function amountAt(items: Item[], at: number): Amount | undefined {
  const before = currencyAt(items, at)
  const number = scaledAt(items, before.next)
  if (!number) return undefined
  const more = number.scale > 1 ? scaledAt(items, number.next) : undefined
  const isCompound = more !== undefined && more.scale > 1 && more.scale < number.scale
  const { value, next } = isCompound ? { ...more, value: number.value + more.value } : number
  const after = currencyAt(items, next, 'after')
  const currency = before.currency ?? after.currency
  return { value, scale: number.scale, next: after.next, ...(currency && { currency }) }
}

/** Brings the lower end of "300-400k" and "80-1.2 cr" to the size that was meant. */
export function inScaleOf(low: Amount, high: Amount): number {
  if (low.scale > 1 || high.scale === 1) return low.value
  const scales = [high.scale, 100_000, 1_000]
  const scale = scales.find((one) => one <= high.scale && low.value * one <= high.value)
  return low.value * (low.value < 1_000 ? (scale ?? 1) : 1)
}

/** Reads "200 k", "two and a half million" and "a million and a half". */
function scaledAt(items: Item[], at: number): Omit<Amount, 'currency'> | undefined {
  const number = items[at]
  if (number?.kind !== 'number') return undefined
  const start = halfAt(items, at + 1)
  let next = start.next
  let scale = 1
  for (let one = items[next]; one?.kind === 'scale'; one = items[++next]) scale *= one.value
  const end = scale > 1 ? halfAt(items, next) : { half: 0, next }
  return { value: (number.value + start.half + end.half) * scale, scale, next: end.next }
}

function halfAt(items: Item[], at: number): { half: number; next: number } {
  return items[at]?.kind === 'half' ? { half: 0.5, next: at + 1 } : { half: 0, next: at }
}

function currencyAt(items: Item[], at: number, side: 'before' | 'after' = 'before') {
  const item = items[at]
  const isOne = item?.kind === 'currency' && !(side === 'after' && item.isBefore)
  return isOne ? { currency: item.value, next: at + 1 } : { next: at }
}
