import { cleanCell, joinedValues } from '#app/imports'
import { usualLabel } from './column_labels.ts'
import type { Cell, RowReader } from './row_reader.ts'

const LONGEST_LABEL = 40

/** The labels of the values in a phone's or an e-mail's cell, in their order; one alone is for all. */
export function labelsFor(cell: Cell, { row, labels }: RowReader): (string | null)[] {
  const { beside, usual = null } = labels.get(cell.column) ?? {}
  const written = beside ? joinedValues(cleanCell(row.cells[beside] ?? '')) : []
  const labelAt = (index: number) => (written.length === 1 ? written[0] : written[index]) ?? ''
  return joinedValues(cell.text).map((_, index) => plainLabel(labelAt(index)) ?? usual)
}

/** A label in our own word where it is a usual one, else as it was written; null where it is none. */
export function plainLabel(label: string): string | null {
  const text = label
    .replaceAll(/^[\s*]+|[\s:.]+$/g, '')
    .slice(0, LONGEST_LABEL)
    .toWellFormed()
  return text === '' ? null : (usualLabel(text) ?? text)
}
