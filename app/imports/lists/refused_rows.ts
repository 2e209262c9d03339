import type { I18n } from '@adonisjs/i18n'
import { stringify } from 'csv-stringify/sync'
import type { BulkWork } from '#app/bulk_works'
import { CSV_OPTIONS } from '#app/exports'
import { unitSql } from '#kernel/tenancy/sql'
import { draftFacts } from '../draft_facts.ts'
import type { ListKind } from '../list_kind.ts'
import type { RowProblem } from '../row_problem.ts'

const PAGE = 1_000

interface RefusedRow {
  line: number
  cells: Record<string, string>
  problems: RowProblem[]
}

/** The rows as they stood in the list, each with its line and why it was refused. */
export async function refusedRowsAsCsv(
  work: BulkWork,
  { rows: { table } }: ListKind,
  i18n: I18n
): Promise<string> {
  const { columns } = draftFacts(work)
  const head = [i18n.t(`${work.kind}.line`), i18n.t(`${work.kind}.why_refused`), ...columns]
  const parts = [stringify([head], CSV_OPTIONS)]
  let last = 0
  for (;;) {
    const rows = await pageAfter(table, work.id, last)
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

async function pageAfter(table: string, importId: string, line: number): Promise<RefusedRow[]> {
  const { rows } = await unitSql<RefusedRow>(
    `select line, cells, problems from ??
      where import_id = ? and deed = 'refused' and line > ? order by line limit ?`,
    [table, importId, line, PAGE]
  )
  return rows
}
