import { customValue } from '#app/imports'
import type { CustomValues } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import type { Captured } from '../capture/captured.ts'
import { keepAmongAnswers } from './captured_row.ts'
import type { ListRules } from './list_rules.ts'
import type { RowCells } from './row_cells.ts'

/** The agency's own fields with values of their kind; what is none is kept among the answers. */
export function customIn(
  cells: RowCells,
  captured: Captured,
  { fields, tenant }: ListRules
): CustomValues {
  const market = marketPack(tenant.market)
  const values: CustomValues = {}
  for (const field of fields) {
    const cell = cells.cell(`custom:${field.key}`)
    const value = cell && customValue(cell.text, field, market)
    if (value !== undefined && value !== null) values[field.key] = value
    else if (cell) {
      keepAmongAnswers(captured, cell)
      cells.warn(cell, {
        key: 'leads.import.problems.custom_misfit',
        params: { field: field.label },
      })
    }
  }
  return values
}
