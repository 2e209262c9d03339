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
  const after = currencyAt(items, next)
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

function scaledAt(items: Item[], at: number): Omit<Amount, 'currency'> | undefined {
  const number = items[at]
  if (number?.kind !== 'number') return undefined
  const isMore = items[at + 1]?.kind === 'half'
  let next = isMore ? at + 2 : at + 1
  let scale = 1
  for (let one = items[next]; one?.kind === 'scale'; one = items[++next]) scale *= one.value
  return { value: (number.value + (isMore ? 0.5 : 0)) * scale, scale, next }
}

function currencyAt(items: Item[], at: number): { currency?: string; next: number } {
  const item = items[at]
  return item?.kind === 'currency' ? { currency: item.value, next: at + 1 } : { next: at }
}
