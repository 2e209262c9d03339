import type { MarketPack } from '#kernel/markets/market_pack'
import type { Problem } from '#kernel/markets/problem'
import { cleanCell } from '#app/imports'
import type { RowProblem } from './contact_draft.ts'
import type { ListRow } from '#app/imports'
import type { ColumnLabel } from './column_labels.ts'
import type { ListPlan } from './list_plan.ts'
import { LONGEST, type ColumnsByField, type ContactField } from './contact_fields.ts'

/** A filled cell, cleaned, and what it is to become. */
export type Cell = { field: ContactField; column: string; text: string }

const LONGEST_CELL = 2_000

/**
 * Gives the values of one row by field, and gathers its problems. What no field can take is kept
 * for the note, so that nothing of the row is lost.
 */
export class RowReader {
  readonly problems: RowProblem[] = []
  readonly kept: string[] = []

  readonly columns: ColumnsByField
  readonly labels: Map<string, ColumnLabel>
  readonly market: MarketPack

  constructor(
    readonly row: ListRow,
    { columns, labels, market }: ListPlan
  ) {
    this.columns = columns
    this.labels = labels
    this.market = market
  }

  /** The filled cells of a field. */
  cells(field: ContactField): Cell[] {
    const columns = this.columns.get(field) ?? []
    return columns
      .map((column) => ({ field, column, text: cleanCell(this.row.cells[column] ?? '') }))
      .filter((cell) => cell.text !== '' && this.#isReadable(cell))
  }

  /** The first filled cell of a field that has one value; others that differ are kept. */
  cell(field: ContactField): Cell | undefined {
    const [first, ...others] = this.cells(field)
    for (const other of others) if (other.text !== first?.text) this.keep(other)
    return first
  }

  /** The text of a field that has one value, no longer than the field may be. */
  text(field: ContactField): string | null {
    const cell = this.cell(field)
    return cell ? this.fitted(cell) : null
  }

  /** Cuts a text to what its field can take, and keeps the whole of a longer one. */
  fitted(cell: Cell): string {
    const most = LONGEST[cell.field] ?? Infinity
    if (cell.text.length <= most) return cell.text
    this.warn(cell, { key: 'contacts.import.problems.too_long', params: { most } })
    return cell.text.slice(0, most).toWellFormed().trim()
  }

  /** Reports a value that its field could not take, and keeps it. */
  warn(cell: Cell, problem: Problem): void {
    this.report(cell, problem)
    this.keep(cell)
  }

  /** Reports a value that its field took nevertheless. */
  report({ field, column, text: value }: Cell, { key, params }: Problem): void {
    const { line } = this.row
    this.problems.push({ severity: 'warning', line, column, field, value, key, params })
  }

  /** No name, number or list of them is as long as this: somebody pasted a text, or means harm. */
  #isReadable(cell: Cell): boolean {
    const isFree = cell.field === 'notes' || cell.field.startsWith('custom:')
    if (isFree || cell.text.length <= LONGEST_CELL) return true
    this.warn(cell, { key: 'contacts.import.problems.too_long', params: { most: LONGEST_CELL } })
    return false
  }

  keep({ column, text }: Pick<Cell, 'column' | 'text'>): void {
    const line = `${column}: ${text}`
    if (!this.kept.includes(line)) this.kept.push(line)
  }
}
