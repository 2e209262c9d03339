import { type BulkWork } from '#app/bulk_works'
import { ListImportSteps } from '#app/imports'
import type { LongRun } from '#kernel/events/listener'
import { unit } from '#kernel/tenancy/tenancy'
import { ContactsImported } from '../events/contacts_imported.ts'
import { contactReading } from './contact_lists.ts'
import type { ImportFacts } from './import_options.ts'
import { importRows } from './import_step.ts'
import type { ReadRow } from './read_rows.ts'

/** Takes a list into the agency, a thousand rows a step. */
export class ImportSteps extends ListImportSteps<ReadRow> {
  constructor(run: LongRun, rowsAStep?: number) {
    super({ reading: contactReading(run, rowsAStep), take, finish })
  }
}

function take(rows: ReadRow[], work: BulkWork) {
  const { options } = work.facts as unknown as ImportFacts
  return importRows(rows, { importId: work.id, options })
}

async function finish(work: BulkWork): Promise<void> {
  unit().tell(new ContactsImported({ importId: work.id }))
  unit().audit({
    action: 'contacts.imported',
    subjectType: 'bulk_work',
    subjectId: work.id,
    facts: work.counts,
  })
}
