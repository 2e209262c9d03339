import { type ListRow, cleanCell, saysNothing } from '#app/imports'
import type { Problem } from '#kernel/markets/problem'
import type { LeadField } from './lead_fields.ts'
import type { RowProblem } from './read_row.ts'

/** A filled cell, cleaned, and what it is to become. */
export interface Cell {
  field: LeadField
  column: string
  text: string
}

/** Text by field, however it came: the cells of one row, with the problems that reading them makes. */
export class RowCells {
  readonly problems: RowProblem[] = []

  constructor(
    readonly row: ListRow,
    private readonly columns: Map<string, string[]>
  ) {}

  cells(field: LeadField): Cell[] {
    return (this.columns.get(field) ?? [])
      .map((column) => ({ field, column, text: cleanCell(this.row.cells[column] ?? '') }))
      .filter(({ text }) => text !== '' && !saysNothing(text))
  }

  cell(field: LeadField): Cell | undefined {
    return this.cells(field)[0]
  }

  /** The text of a field, no longer than it may be; undefined where the row has none. */
  text(field: LeadField, most: number): string | undefined {
    const cell = this.cell(field)
    if (!cell || cell.text.length <= most) return cell?.text
    this.warn(cell, { key: 'leads.import.problems.too_long', params: { most } })
    return cell.text.slice(0, most).toWellFormed().trim()
  }

  /** The words of a field that holds several. */
  words(field: LeadField): string[] {
    return this.cells(field).flatMap(({ text }) => text.split(/\s*[,;|]\s*/).filter(Boolean))
  }

  warn(cell: Cell, problem: Problem): void {
    this.#note(cell, 'warning', problem)
  }

  /** The row must not come in. */
  refuse(cell: Cell, what: string): void {
    this.#note(cell, 'refused', { key: `leads.import.problems.${what}`, params: {} })
  }

  unreadable(cell: Cell, what: string): void {
    this.warn(cell, { key: `leads.import.problems.${what}`, params: {} })
  }

  #note(
    { field, column, text }: Cell,
    severity: RowProblem['severity'],
    { key, params }: Problem
  ): void {
    const { line } = this.row
    const value = text.slice(0, 200).toWellFormed()
    this.problems.push({ severity, line, column, field, value, key, params })
  }
}
