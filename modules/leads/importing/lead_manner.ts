import type { ListManner, ListRow } from '#app/imports'
import { fieldOfHeading } from './headings.ts'
import { type ColumnMapping, REPEATABLE } from './lead_fields.ts'

/** No column is called by an e-mail address, a number of many digits or an address on the web. */
const VALUE = /^(\S+@\S+\.\S+|[+(]?\d[\d\s().-]{5,}|https?:\/\/\S+|[$₹]\s?[\d,.]+)$/

/** What tells a list of leads from other tables: headings that name who asks, and for what. */
export const leadManner: ListManner = {
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
