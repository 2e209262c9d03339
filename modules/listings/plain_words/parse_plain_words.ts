import { Draft } from './draft.ts'
import { itemsOf } from './items.ts'
import { lexiconOf } from './lexicon.ts'
import type { Item } from './meaning.ts'
import type { Parsed, Vocabulary } from './parsed.ts'
import { type Mention, placesMeant } from './places.ts'
import { quantityAt } from './quantities.ts'
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
  if (items[at].kind === 'not') return refusalFrom(items, at, draft)
  const quantity = quantityAt(items, at)
  if (!quantity) {
    readItem(items, at, draft)
    return at + 1
  }
  if (quantity.unit && isOfRent({ kind: 'unit', unit: quantity.unit, from: at, to: at }))
    draft.set('deal_type', 'rent')
  if (!settle(quantity, draft))
    draft.leave(items.slice(quantity.isAside ? at : quantity.start, quantity.next))
  return quantity.next
}

/** Filters cannot say "no": the words go to the rest, with all that "or" adds to them. */
function refusalFrom(items: Item[], at: number, draft: Draft): number {
  let next = at + 1
  while (items[next]?.kind === 'noise') next++
  if (items[next++]?.kind === 'place') next = alternativesFrom(items, next)
  draft.leave(items.slice(at, next))
  return next
}

function alternativesFrom(items: Item[], at: number): number {
  let next = at
  while (items[next]?.kind === 'or' && items[next + 1]?.kind === 'place') next += 2
  return next
}

function readItem(items: Item[], at: number, draft: Draft): void {
  const item = items[at]
  if (item.kind === 'deal') return keep(draft.set('deal_type', item.value), item, draft)
  if (item.kind === 'sort') return keep(draft.set('sort', item.value), item, draft)
  if (item.kind === 'unit') return readLooseUnit(item, draft)
  if (item.kind === 'feature') draft.features.add(item.value)
  else if (item.kind === 'place') draft.places.push(mentionOf(items, at, item.values))
  else if (item.kind === 'type') readType(item, draft)
  else if (isUnread(item, items[at - 1])) draft.leave([item])
}

/** In "Shoreline or Kent" each is wanted for itself. */
function mentionOf(items: Item[], at: number, keys: string[]): Mention {
  const before = items.slice(0, at).findLast(({ kind }) => kind !== 'noise')
  const after = items.slice(at + 1).find(({ kind }) => kind !== 'noise')
  return { keys, isApart: before?.kind === 'or' || after?.kind === 'or' }
}

function keep(isKept: boolean, item: Item, draft: Draft): void {
  if (!isKept) draft.leave([item])
}

/** "pm" by itself says that somebody rents; "bedroom" says nothing yet. */
function readLooseUnit(item: Item, draft: Draft): void {
  keep(isOfRent(item) && draft.set('deal_type', 'rent'), item, draft)
}

function readType(item: Item & { kind: 'type' }, draft: Draft): void {
  for (const type of item.values) draft.types.add(type)
  if (item.beds !== undefined && draft.set('beds_min', item.beds)) draft.set('beds_max', item.beds)
  if (item.kept) draft.leave([item])
}

function isUnread(item: Item, before?: Item): boolean {
  if (item.kind === 'bound') return !item.isQuiet
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
