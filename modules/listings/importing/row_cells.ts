import { type ListRow, cleanCell, saysNothing } from '#app/imports'
import type { Problem } from '#kernel/markets/problem'
import type { LocalMarket } from '../local_market.ts'
import type { RowProblem } from './fed_listing.ts'
import type { ListingField } from './listing_fields.ts'

/** A filled cell, cleaned, and what it is to become. */
export interface Cell {
  field: ListingField
  column: string
  text: string
}

/** Text by field, however it came: the cells of one row, with the problems that reading them makes. */
export class RowCells {
  readonly problems: RowProblem[] = []

  constructor(
    readonly row: ListRow,
    private readonly columns: Map<string, string[]>,
    readonly market: LocalMarket
  ) {}

  cells(field: ListingField): Cell[] {
    return (this.columns.get(field) ?? [])
      .map((column) => ({ field, column, text: cleanCell(this.row.cells[column] ?? '') }))
      .filter(({ text, field: name }) => text !== '' && (name === 'features' || !isNothing(text)))
  }

  cell(field: ListingField): Cell | undefined {
    return this.cells(field)[0]
  }

  /** The text of a field, no longer than it may be. */
  text(field: ListingField, most: number): string | null {
    const cell = this.cell(field)
    if (!cell) return null
    if (cell.text.length <= most) return cell.text
    this.warn(cell, { key: 'listings.import.problems.too_long', params: { most } })
    return cell.text.slice(0, most).toWellFormed().trim()
  }

  warn({ field, column, text }: Cell, { key, params }: Problem): void {
    const { line } = this.row
    const value = text.slice(0, 200).toWellFormed()
    this.problems.push({ severity: 'warning', line, column, field, value, key, params })
  }

  unreadable(cell: Cell, what: string): void {
    this.warn(cell, { key: `listings.import.problems.${what}`, params: {} })
  }
}

/** In a list of homes a nought is a number: of bedrooms, for example. */
function isNothing(text: string): boolean {
  return saysNothing(text) && !/^0+$/.test(text)
}
