import { shapeOf, type CellShape } from './cell_shapes.ts'
import type { ListRow } from '#app/imports'
import { REPEATABLE, type ColumnMapping, type KnownField } from './contact_fields.ts'
import { addressOwner, fieldOfHeading, isAddressField } from './headings.ts'

type Guess = KnownField | 'ignore'

/** Fields whose columns may hold something else than their headings say. */
const OFTEN_MISNAMED: ReadonlySet<Guess> = new Set<Guess>(['full_name', 'company', 'ignore'])

const MOST = 0.6

/**
 * Guesses what each column of a contact list is: by its heading as Google, Outlook, iPhone, HubSpot,
 * Follow Up Boss and people's own sheets write it, else by what its cells in `sample` look like.
 */
export function guessColumns(columns: string[], sample: ListRow[]): ColumnMapping {
  const guesses = new Map<string, Guess>()
  for (const column of columns) guesses.set(column, guessOf(column, sample))
  settleTitles(guesses)
  settleAddresses(guesses, sample)
  settleNames(guesses, sample)
  settleSingles(guesses)
  return Object.fromEntries(guesses)
}

function guessOf(column: string, sample: ListRow[]): Guess {
  const named = fieldOfHeading(column) ?? 'ignore'
  if (!OFTEN_MISNAMED.has(named)) return named
  const shape = mostlyShaped(column, sample)
  return shape === 'email' || shape === 'phone' ? shape : named
}

/** What most filled cells of a column look like. */
function mostlyShaped(column: string, sample: ListRow[]): CellShape | undefined {
  const filled = sample.map(({ cells }) => cells[column] ?? '').filter((cell) => cell.trim() !== '')
  const shapes = filled.map(shapeOf)
  const isMost = (shape: CellShape) =>
    shapes.filter((candidate) => candidate === shape).length >= Math.max(1, filled.length * MOST)
  return (['email', 'phone', 'name'] as const).find(isMost)
}

/** Outlook's "Title" is Mr or Dr where the list has a "Job title" as well. */
function settleTitles(guesses: Map<string, Guess>): void {
  const titles = columnsOf(guesses, 'job_title')
  const other = titles.find((column) => !/^title$/i.test(column.trim()))
  if (other === undefined) return
  for (const column of titles) if (/^title$/i.test(column.trim())) guesses.set(column, 'ignore')
}

/**
 * One address becomes the contact's, the one that is filled most; the others go into its notes. That
 * of a property is the contact's only where there is no other.
 */
function settleAddresses(guesses: Map<string, Guess>, sample: ListRow[]): void {
  const columns = [...guesses.keys()].filter((column) => isAddressField(guesses.get(column)))
  const byOwner = Map.groupBy(columns, addressOwner)
  const filled = (owned: string[]) => owned.reduce((sum, one) => sum + filledCells(one, sample), 0)
  const weights = [...byOwner].map(([owner, owned]) => ({
    owner,
    weight: owner === 'property' ? -1 : filled(owned),
  }))
  const main = weights.toSorted((one, other) => other.weight - one.weight)[0]?.owner
  for (const column of columns) if (addressOwner(column) !== main) guesses.set(column, 'notes')
}

/** A list whose headings name nobody has its names where the cells look like them. */
function settleNames(guesses: Map<string, Guess>, sample: ListRow[]): void {
  const isNamed = ['full_name', 'first_name', 'last_name'].some((field) =>
    [...guesses.values()].includes(field as Guess)
  )
  if (isNamed) return
  const unknown = columnsOf(guesses, 'ignore')
  const names = unknown.find((column) => mostlyShaped(column, sample) === 'name')
  if (names !== undefined) guesses.set(names, 'full_name')
}

/** Of two columns for a field that has one value, the first is taken. */
function settleSingles(guesses: Map<string, Guess>): void {
  const taken = new Set<Guess>()
  for (const [column, field] of guesses) {
    if (taken.has(field) && field !== 'ignore' && !REPEATABLE.has(field))
      guesses.set(column, 'ignore')
    taken.add(field)
  }
}

function columnsOf(guesses: Map<string, Guess>, field: Guess): string[] {
  return [...guesses.keys()].filter((column) => guesses.get(column) === field)
}

function filledCells(column: string, sample: ListRow[]): number {
  return sample.filter(({ cells }) => cells[column]?.trim()).length
}
