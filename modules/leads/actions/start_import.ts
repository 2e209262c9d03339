import type { BulkWork } from '#app/bulk_works'
import { StartListImport, defineNewFields } from '#app/imports'
import { type Result, done, refused } from '#kernel/result/result'
import type { ImportFacts } from '../imports/import_options.ts'
import Lead from '../models/lead.ts'

/** Columns for which a new field was chosen get it when the import starts. */
export class StartImport extends StartListImport<'too_many_fields'> {
  protected async settle(work: BulkWork): Promise<Result<BulkWork['facts'], 'too_many_fields'>> {
    const facts = work.facts as unknown as ImportFacts
    const mapping = await defineNewFields(Lead.subjectType, facts)
    return mapping ? done({ ...facts, mapping }) : refused('too_many_fields')
  }
}
