import type { ListManner, ListRow } from '#app/imports'
import { fieldOfHeading } from './headings.ts'
import { type ColumnMapping, REPEATABLE } from './listing_fields.ts'

/** No column is called by a number with decimals, an amount or an address on the web. */
const VALUE = /^(-?\d+[.,]\d+|[$₹]\s?[\d,.]+|https?:\/\/\S+|\S+@\S+\.\S+|\d{5,})$/

/** What tells a list of listings from other tables: headings that name what homes have. */
export const listingManner: ListManner = {
  isValue: (text) => VALUE.test(text.trim()),
  isHeading: (text) => fieldOfHeading(text) !== undefined,
}

/** Guesses by its heading what each column is; of two for a field that has one value, the first is taken. */
export function guessColumns(columns: string[], _sample: ListRow[] = []): ColumnMapping {
  const taken = new Set<string>()
  const guesses = columns.map((column) => {
    const named = fieldOfHeading(column) ?? 'ignore'
    const isTaken = taken.has(named) && !REPEATABLE.has(named)
    if (named !== 'ignore') taken.add(named)
    return [column, isTaken ? 'ignore' : named] as const
  })
  return Object.fromEntries(guesses)
}
