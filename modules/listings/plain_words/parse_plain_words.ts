import { Draft } from './draft.ts'
import { itemsOf } from './items.ts'
import { lexiconOf } from './lexicon.ts'
import type { Item } from './meaning.ts'
import type { Parsed, Vocabulary } from './parsed.ts'
import { type Mention, placesMeant } from './places.ts'
import { quantityAt } from './quantities.ts'
import { refusalAt } from './refusals.ts'
import { restOf } from './rest.ts'
import { settle } from './settle.ts'
import { readable, tokensOf } from './tokens.ts'

/**
 * Understands what somebody looks for, "3 bed in Ballard under 900k", as filters of the list.
 * What no filter expresses is left in `rest`, word by word; nothing is guessed and nothing thrown.
 */
export function parsePlainWords(text: string, vocabulary: Vocabulary): Parsed {
  const plain = readable(text)
  const tokens = tokensOf(plain)
  const items = itemsOf(tokens, lexiconOf(vocabulary))
  const draft = new Draft(vocabulary, items.some(isOfRent))
  for (let at = 0; at < items.length;) at = readAt(items, at, draft)
  return finished(draft, restOf(draft.unread, tokens, plain))
}

function isOfRent(item: Item): boolean {
  if (item.kind === 'unit') return item.unit.of === 'month' || item.unit.of === 'week'
  return item.kind === 'deal' && item.value === 'rent'
}

/** Reads what begins at `at`; gives where the next begins. */
function readAt(items: Item[], at: number, draft: Draft): number {
  const refused = refusalAt(items, at)
  if (refused) {
    draft.leave(items.slice(at, refused))
    return refused
  }
  const quantity = quantityAt(items, at)
  if (!quantity) {
    readItem(items, at, draft)
    return at + 1
  }
  if (quantity.unit && isOfRent({ kind: 'unit', unit: quantity.unit, from: at, to: at }))
    draft.set('deal_type', 'rent')
  if (!settle(quantity, draft)) draft.leave(items.slice(at, quantity.next))
  return quantity.next
}

function readItem(items: Item[], at: number, draft: Draft): void {
  const item = items[at]
  if (item.kind === 'deal') return readDeal(items, at, draft)
  if (item.kind === 'sort') return keep(draft.set('sort', item.value), item, draft)
  if (item.kind === 'unit') return readLooseUnit(item, draft)
  if (item.kind === 'feature') draft.features.add(item.value)
  else if (item.kind === 'place') draft.places.push(mentionOf(items, at, item.values))
  else if (item.kind === 'type') readType(items, at, draft)
  else if (isUnread(item, items[at - 1])) draft.leave([item])
}

/** In "Shoreline or Kent" each is wanted for itself. */
function mentionOf(items: Item[], at: number, keys: string[]): Mention {
  const before = items.slice(0, at).findLast(({ kind }) => kind !== 'noise')
  const after = items.slice(at + 1).find(({ kind }) => kind !== 'noise')
  return { keys, isApart: before?.kind === 'or' || after?.kind === 'or' }
}

/** "For sale or to rent" asks for neither. */
function readDeal(items: Item[], at: number, draft: Draft): void {
  const item = items[at] as Item & { kind: 'deal' }
  const isEither = [-1, 1].some((side) => {
    const [joint, other] = [items[at + side], items[at + 2 * side]]
    const isJoined = joint?.kind === 'or' || joint?.kind === 'slash'
    return isJoined && other?.kind === 'deal' && other.value !== item.value
  })
  if (!isEither) keep(draft.set('deal_type', item.value), item, draft)
}

function keep(isKept: boolean, item: Item, draft: Draft): void {
  if (!isKept) draft.leave([item])
}

/** "pm" by itself says that somebody rents; "bedroom" says nothing yet. */
function readLooseUnit(item: Item, draft: Draft): void {
  keep(isOfRent(item) && draft.set('deal_type', 'rent'), item, draft)
}

function readType(items: Item[], at: number, draft: Draft): void {
  const item = items[at] as Item & { kind: 'type' }
  if (draft.types.size > 0 && isWhereabouts(items, at)) return draft.leave([item])
  for (const type of item.values) draft.types.add(type)
  if (item.beds !== undefined && draft.set('beds_min', item.beds)) draft.set('beds_max', item.beds)
  if (item.kept) draft.leave([item])
}

/** "A flat near offices" is no office. */
function isWhereabouts(items: Item[], at: number): boolean {
  const before = items
    .slice(0, at)
    .findLast((one) => one.kind !== 'place' && (one.kind !== 'noise' || one.isNear))
  return before?.kind === 'noise' || (before?.kind === 'bound' && before.value === 'around')
}

function isUnread(item: Item, before?: Item): boolean {
  if (item.kind === 'bound') return !item.isQuiet
  if (item.kind === 'currency') return item.isBefore === true
  if (item.kind === 'region') return before?.kind !== 'place' && before?.kind !== 'comma'
  return ['word', 'number', 'scale', 'aside', 'half', 'not'].includes(item.kind)
}

/** Only what was said, in the order of the keys. */
function finished({ facts, types, features, places, vocabulary }: Draft, rest: string): Parsed {
  const localities = placesMeant(places, vocabulary.localities)
  const found: Parsed = {
    ...facts,
    ...(types.size > 0 && { types: [...types] }),
    ...(features.size > 0 && { features: [...features] }),
    ...(localities.length > 0 && { localities }),
    ...(rest !== '' && { rest }),
  }
  const said = Object.entries(found).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said) as Parsed
}
