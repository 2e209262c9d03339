import type { I18n } from '@adonisjs/i18n'
import { stringify } from 'csv-stringify/sync'
import { type BulkWork, CSV_OPTIONS } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import type { RowProblem } from '../importing/contact_draft.ts'
import type { ImportFacts } from './import_options.ts'

const PAGE = 1_000

interface RefusedRow {
  line: number
  cells: Record<string, string>
  problems: RowProblem[]
}

/**
 * The rows as they stood in the list, each with its line and why it was refused.
 */
export async function refusedRowsAsCsv(work: BulkWork, i18n: I18n): Promise<string> {
  const { columns } = work.facts as unknown as ImportFacts
  const head = [i18n.t('contacts.import.line'), i18n.t('contacts.import.why_refused'), ...columns]
  const parts = [stringify([head], CSV_OPTIONS)]
  let last = 0
  for (;;) {
    const rows = await pageAfter(work.id, last)
    parts.push(written(rows.map((row) => cellsOf(row, columns, i18n))))
    if (rows.length < PAGE) return parts.join('')
    last = rows.at(-1)!.line
  }
}

function written(rows: string[][]): string {
  return stringify(rows, { ...CSV_OPTIONS, bom: false })
}

function cellsOf({ line, cells, problems }: RefusedRow, columns: string[], i18n: I18n): string[] {
  const reasons = problems.map(({ key, params, value }) => {
    const why = i18n.t(key, params)
    return value ? `${value}: ${why}` : why
  })
  return [String(line), reasons.join('; '), ...columns.map((column) => cells[column] ?? '')]
}

async function pageAfter(importId: string, line: number): Promise<RefusedRow[]> {
  const { rows } = await unitSql<RefusedRow>(
    `select line, cells, problems from contact_import_rows
      where import_id = ? and deed = 'refused' and line > ? order by line limit ?`,
    [importId, line, PAGE]
  )
  return rows
}
