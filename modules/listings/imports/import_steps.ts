import type { BulkWork } from '#app/bulk_works'
import { ListImportSteps, ListRehearsalSteps } from '#app/imports'
import type { LongRun } from '#kernel/events/listener'
import { unit } from '#kernel/tenancy/tenancy'
import { requestPhotos } from '../actions/request_photos.ts'
import type { ReadRow } from '../importing/fed_listing.ts'
import type { ImportFacts, ImportOrder } from './import_options.ts'
import { importRows, rehearseRows } from './import_rows.ts'
import { listingReading } from './listing_lists.ts'
import { emptyStock } from './load_stock.ts'

/** Takes a list into the agency, a thousand rows a step. */
export class ImportSteps extends ListImportSteps<ReadRow> {
  constructor(run: LongRun, rowsAStep?: number) {
    super({
      reading: listingReading(run, rowsAStep),
      take: (rows: ReadRow[], work: BulkWork) => importRows(rows, orderOf(work)),
      finish,
    })
  }
}

/** Goes through a list and says what its import would do; changes nothing. */
export class RehearsalSteps extends ListRehearsalSteps<ReadRow> {
  constructor(run: LongRun, rowsAStep?: number) {
    const stock = emptyStock()
    super({
      reading: listingReading(run, rowsAStep),
      rehearse: (rows: ReadRow[], work: BulkWork) => rehearseRows(rows, orderOf(work), stock),
    })
  }
}

function orderOf(work: BulkWork): ImportOrder {
  const { options } = work.facts as unknown as ImportFacts
  return { importId: work.id, options, feedId: null }
}

async function finish(work: BulkWork): Promise<void> {
  await requestPhotos()
  unit().audit({
    action: 'listings.imported',
    subjectType: 'bulk_work',
    subjectId: work.id,
    facts: work.counts,
  })
}
