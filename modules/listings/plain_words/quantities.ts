import { endsAt } from './ends.ts'
import { type Lead, leadAt } from './leads.ts'
import type { Bound, Item, Unit } from './meaning.ts'

/** A number or two with what they count and how they bound it. */
export interface Quantity extends Lead {
  low: number
  /** The other end, where both are told. */
  high?: number
  currency?: string
  /** Where the items end that tell it. */
  next: number
}

interface Tail {
  unit?: Unit
  bound?: Bound
  /** "50k deposit" is of something else. */
  isAside?: boolean
  next: number
}

export function quantityAt(items: Item[], from: number): Quantity | undefined {
  const lead = leadAt(items, from)
  const ends = lead && endsAt(items, lead)
  if (!ends) return undefined
  const tail = tailAt(items, ends.next, lead)
  return {
    ...lead,
    ...ends,
    bound: lead.bound ?? tail.bound,
    unit: lead.unit ?? tail.unit,
    isMoney: lead.isMoney || ends.isMoney,
    isAside: lead.isAside || tail.isAside === true,
    next: tail.next,
  }
}

/** What stands after the number: "+", "bedrooms", "or more", "per month". */
function tailAt(items: Item[], at: number, lead: Lead): Tail {
  const tail: Tail = { next: at }
  for (let item = items[at]; item && canFollow(items, tail, lead); item = items[tail.next]) {
    if (item.kind === 'plus' && !isAnd(items, tail)) tail.bound = 'min'
    if (item.kind === 'bound') tail.bound = item.value
    if (item.kind === 'unit') tail.unit = item.unit
    if (item.kind === 'aside') tail.isAside = true
    tail.next++
  }
  return tail
}

/** "3bhk+study" wants both, "3bhk+" at least. */
function isAnd(items: Item[], { unit, next }: Tail): boolean {
  const after = items[next + 1]?.kind
  return unit !== undefined && (after === 'feature' || after === 'word')
}

function canFollow(items: Item[], tail: Tail, lead: Lead): boolean {
  const item = items[tail.next]
  switch (item.kind) {
    case 'unit':
      return tail.unit === undefined && lead.unit === undefined
    case 'plus':
      return true
    case 'aside':
      return !lead.isAside && !leadsOn(items, tail.next)
    case 'bound':
      return tail.bound === undefined && canEnd(items, tail.next, lead)
    default:
      return false
  }
}

/** "Or more", and "3 beds max": a bound that no other number follows. */
function canEnd(items: Item[], at: number, lead: Lead): boolean {
  const item = items[at] as Item & { kind: 'bound' }
  if (item.isAfter) return lead.bound === undefined || !leadAt(items, at)
  return isEndWord(item) && !leadAt(items, at)
}

/** In "15k, deposit 30k" the deposit is the other number; in "30k deposit 15k rent" it is not. */
function leadsOn(items: Item[], at: number): boolean {
  const lead = leadAt(items, at)
  const ends = lead && endsAt(items, lead)
  return ends !== undefined && items[ends.next]?.kind !== 'deal'
}

function isEndWord({ value, isStrict, isQuiet }: Item & { kind: 'bound' }): boolean {
  return (value === 'max' || value === 'min') && !isStrict && !isQuiet
}
