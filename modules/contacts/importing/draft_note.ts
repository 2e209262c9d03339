import { spelled } from '#app/imports'
import { fieldOfHeading } from './headings.ts'
import type { Cell, RowReader } from './row_reader.ts'

/** The notes of a row, then all that found no field, each line under the heading of its column. */
export function draftNote(reader: RowReader): string | null {
  const cells = reader.cells('notes')
  const main = mainNote(cells)
  for (const cell of cells) if (cell !== main) reader.keep(cell)
  keepOverflow(reader)
  return [main?.text, ...reader.kept].filter(Boolean).join('\n') || null
}

/** A column of notes needs no heading before its text, unless there are several. */
function mainNote(cells: Cell[]): Cell | undefined {
  const named = cells.find(({ column }) => /^notes?$/.test(spelled(column)))
  const [only, ...others] = cells
  const isNote = only && others.length === 0 && fieldOfHeading(only.column) === 'notes'
  return named ?? (isNote ? only : undefined)
}

/** A stray separator pushes cells beyond the last column. */
function keepOverflow(reader: RowReader): void {
  const { line, overflow } = reader.row
  if (!overflow) return
  const value = overflow.join(' ')
  reader.kept.push(value)
  reader.problems.push({
    severity: 'warning',
    line,
    column: null,
    field: null,
    value,
    key: 'contacts.import.problems.more_cells',
    params: {},
  })
}
