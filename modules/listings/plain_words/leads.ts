import type { Bound, Item, Unit } from './meaning.ts'

/** What stands before a number: "max", "price around", "bedrooms:". */
export interface Lead {
  bound?: Bound
  /** "Over 3 beds" are four. */
  isStrict: boolean
  unit?: Unit
  /** A sign, "k" or the word "price" says that it is money. */
  isMoney: boolean
  /** The number is of something else: a deposit. */
  isAside: boolean
  /** The item with the number. */
  start: number
}

/** As many words may stand between "min" and its number. */
const LONGEST_LEAD = 4

/** Reads what leads to a number, which may be the number at once. */
export function leadAt(items: Item[], from: number): Lead | undefined {
  const lead: Lead = { isStrict: false, isMoney: false, isAside: false, start: from }
  for (let at = from; at <= from + LONGEST_LEAD; at++) {
    const item = items[at]
    if (isAmount(item)) return { ...lead, start: at }
    if (!item || !canLead(item, at === from, items[at + 1])) return undefined
    take(item, lead)
  }
  return undefined
}

/** "And above" leads only to the number beside it. */
function canLead(item: Item, isFirst: boolean, next?: Item): boolean {
  if (item.kind === 'noise') return !isFirst
  if (item.kind === 'bound') return !item.isAfter || isAmount(next)
  return item.kind === 'price' || item.kind === 'aside' || isRoom(item)
}

function isAmount(item?: Item): boolean {
  return item?.kind === 'number' || item?.kind === 'currency'
}

function isRoom(item: Item): boolean {
  return item.kind === 'unit' && (item.unit.of === 'beds' || item.unit.of === 'baths')
}

function take(item: Item, lead: Lead): void {
  if (item.kind === 'bound') {
    lead.bound = item.value
    lead.isStrict = item.isStrict ?? false
  }
  if (item.kind === 'unit') lead.unit = item.unit
  if (item.kind === 'price') lead.isMoney = true
  if (item.kind === 'aside') lead.isAside = true
}
