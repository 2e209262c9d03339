import { type Amount, amountAt, inScaleOf } from './amounts.ts'
import type { Lead } from './leads.ts'
import type { Item, Kind, Unit } from './meaning.ts'

interface Ends {
  low: number
  high?: number
  currency?: string
  isMoney: boolean
  next: number
}

const MOST_ROOMS = 20
/** As many as "1, 2, 3 or 4 beds". */
const MOST_LISTED = 4
const JOINTS: readonly Kind[] = ['or', 'comma', 'slash']

/** Reads "200k", "2 or 3", "300-400k" or "1/2" where `lead` has come to the number. */
export function endsAt(items: Item[], lead: Lead): Ends | undefined {
  const low = amountAt(items, lead.start)
  if (!low) return undefined
  const high = highEnd(items, low)
  if (!high || !isPair(items, { low, high, lead })) return single(low)
  if (isFraction(items, low, high))
    return { ...single(low), low: low.value / high.value, next: high.next }
  const currency = low.currency ?? high.currency
  return {
    low: inScaleOf(low, high),
    high: inScaleOf(high, low),
    ...(currency && { currency }),
    isMoney: isMoney(low) || isMoney(high),
    next: high.next,
  }
}

/** The last of "1/2/3 bhk" and "2, 3 or 4 beds"; of two, the other. */
function highEnd(items: Item[], low: Amount): Amount | undefined {
  let high = amountAt(items, low.next + 1)
  for (let count = 2; high && count < MOST_LISTED && isListed(items, high); count++)
    high = amountAt(items, high.next + 1)
  return high
}

function isListed(items: Item[], { value, next }: Amount): boolean {
  const isFew = value <= MOST_ROOMS && (amountAt(items, next + 1)?.value ?? Infinity) <= MOST_ROOMS
  return isFew && JOINTS.includes(items[next]?.kind)
}

function single(amount: Amount): Ends {
  const { value, currency, next } = amount
  return { low: value, ...(currency && { currency }), isMoney: isMoney(amount), next }
}

function isMoney({ currency, scale }: Amount): boolean {
  return currency !== undefined || scale >= 1_000
}

/** "To" joins any two, "and" after "between"; else only what counts rooms or is a part. */
function isPair(
  items: Item[],
  { low, high, lead }: { low: Amount; high: Amount; lead: Lead }
): boolean {
  const joint = items[low.next].kind
  const unit = unitAt(items, high.next) ?? lead.unit
  const isFew = Math.max(low.value, high.value) <= MOST_ROOMS
  if (joint === 'to' || (joint === 'or' && lead.bound === 'between')) return isFew || !isRoom(unit)
  return JOINTS.includes(joint) && isFew && unit !== undefined
}

/** "1/2 acre", but not "2/3 bhk". */
function isFraction(items: Item[], low: Amount, high: Amount): boolean {
  const isArea = unitAt(items, high.next)?.of === 'area'
  return isArea && items[low.next].kind === 'slash' && low.value < high.value
}

function isRoom(unit?: Unit): boolean {
  return unit?.of === 'beds' || unit?.of === 'baths'
}

function unitAt(items: Item[], at: number): Unit | undefined {
  const item = items[at]
  return item?.kind === 'unit' ? item.unit : undefined
}
