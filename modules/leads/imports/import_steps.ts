import type { BulkWork } from '#app/bulk_works'
import { ListImportSteps, ListRehearsalSteps } from '#app/imports'
import type { LongRun } from '#kernel/events/listener'
import { unit } from '#kernel/tenancy/tenancy'
import type { RowCells } from '../importing/row_cells.ts'
import type { ImportFacts, ImportOrder } from './import_options.ts'
import { importRows, rehearseRows } from './import_rows.ts'
import { leadReading } from './lead_lists.ts'
import { emptyStock } from './stock.ts'

/** Takes a list into the agency, a thousand rows a step. */
export class ImportSteps extends ListImportSteps<RowCells> {
  constructor(run: LongRun, rowsAStep?: number) {
    super({
      reading: leadReading(run, rowsAStep),
      take: (rows: RowCells[], work: BulkWork) => importRows(rows, orderOf(work)),
      finish,
    })
  }
}

/** Goes through a list and says what its import would do; changes nothing. */
export class RehearsalSteps extends ListRehearsalSteps<RowCells> {
  constructor(run: LongRun, rowsAStep?: number) {
    const stock = emptyStock()
    super({
      reading: leadReading(run, rowsAStep),
      rehearse: (rows: RowCells[], work: BulkWork) => rehearseRows(rows, orderOf(work), stock),
    })
  }
}

function orderOf(work: BulkWork): ImportOrder {
  return { importId: work.id, facts: work.facts as unknown as ImportFacts }
}

async function finish(work: BulkWork): Promise<void> {
  unit().audit({
    action: 'leads.imported',
    subjectType: 'bulk_work',
    subjectId: work.id,
    facts: work.counts,
  })
}
