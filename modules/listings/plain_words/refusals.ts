import type { Item, Kind } from './meaning.ts'

/** What may be said not to be needed. */
const REFUSABLE: readonly Kind[] = ['feature', 'type', 'place']

/** Where the refusal ends that begins at `at`, if one does. Filters cannot say "no": its words are left. */
export function refusalAt(items: Item[], at: number): number | undefined {
  const item = items[at]
  if (item.kind !== 'not') return dismissalAt(items, at)
  return item.isAfter ? at + 1 : refusedFrom(items, at)
}

/** "No garage", and of places all that "or" adds to them. */
function refusedFrom(items: Item[], at: number): number {
  const next = afterNoise(items, at)
  return items[next]?.kind === 'place' ? alternativesFrom(items, next + 1) : next + 1
}

function alternativesFrom(items: Item[], at: number): number {
  let next = at
  while (items[next]?.kind === 'or' && items[next + 1]?.kind === 'place') next += 2
  return next
}

/** "Garage is not needed". */
function dismissalAt(items: Item[], at: number): number | undefined {
  if (!REFUSABLE.includes(items[at].kind)) return undefined
  const next = afterNoise(items, at)
  const item = items[next]
  return item?.kind === 'not' && item.isAfter ? next + 1 : undefined
}

function afterNoise(items: Item[], at: number): number {
  let next = at + 1
  while (items[next]?.kind === 'noise') next++
  return next
}
