import type { BulkWork } from '#app/bulk_works'
import { type ListKind, type ListReading, withFieldsToBe } from '#app/imports'
import type { LongRun } from '#kernel/events/listener'
import { unitSql } from '#kernel/tenancy/sql'
import type { ColumnMapping } from '../importing/lead_fields.ts'
import { guessColumns, leadManner } from '../importing/lead_manner.ts'
import { rowReader } from '../importing/listed_leads.ts'
import type { RowCells } from '../importing/row_cells.ts'
import type { ImportFacts, ImportOptions } from './import_options.ts'

/** Lists of leads: how they are told from other tables, and what is chosen at first. */
export const leadLists: ListKind = {
  name: 'leads.import',
  manner: leadManner,
  rows: { table: 'lead_import_rows', record: 'lead_id' },
  guess: guessColumns,
  firstOptions: (): ImportOptions => ({ ownerId: null, source: 'other' }),
}

/** How the workers read the rows of an import's list. */
export function leadReading(run: LongRun, size?: number): ListReading<RowCells> {
  return { kind: leadLists, run, readerFor, size }
}

async function readerFor(work: BulkWork) {
  return rowReader(withFieldsToBe(work.facts as unknown as ImportFacts) as ColumnMapping)
}

/** Leads that the undoing of an import left, at least in part, as somebody had worked on them since. */
export async function keptLeads(importId: string) {
  const { rows } = await unitSql<{ id: string; name: string }>(
    `select id, name from leads
      where deleted_at is null
        and id in (select lead_id from lead_import_rows where import_id = ? and undone = 'kept')
      order by lower(name), id limit 500`,
    [importId]
  )
  return rows.map(({ id, name }) => ({ name, href: `/app/leads/${id}` }))
}
