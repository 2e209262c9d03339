import { type BulkWork } from '#app/bulk_works'
import { ListRehearsalSteps } from '#app/imports'
import type { LongRun } from '#kernel/events/listener'
import { ContactIndex } from './contact_index.ts'
import { contactReading } from './contact_lists.ts'
import type { ImportFacts } from './import_options.ts'
import { rehearseRows } from './import_step.ts'
import type { ReadRow } from './read_rows.ts'

/** Goes through a list and counts what its import would do; changes nothing. */
export class RehearsalSteps extends ListRehearsalSteps<ReadRow> {
  constructor(run: LongRun, rowsAStep?: number) {
    const index = new ContactIndex()
    super({
      reading: contactReading(run, rowsAStep),
      rehearse: (rows: ReadRow[], importWork: BulkWork) => {
        const { options } = importWork.facts as unknown as ImportFacts
        return rehearseRows(rows, { importId: importWork.id, options, index })
      },
    })
  }
}
