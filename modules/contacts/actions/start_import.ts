import type { BulkWork } from '#app/bulk_works'
import { StartListImport, defineNewFields } from '#app/imports'
import { done, refused, type Result } from '#kernel/result/result'
import type { ImportFacts } from '../imports/import_options.ts'

/** Columns for which a new field was chosen get it when the import starts, and consent its moment. */
export class StartImport extends StartListImport<'too_many_fields'> {
  protected async settle(work: BulkWork): Promise<Result<BulkWork['facts'], 'too_many_fields'>> {
    const facts = work.facts as unknown as ImportFacts
    const mapping = await defineNewFields('contact', facts)
    if (!mapping) return refused('too_many_fields')
    const consent = { ...facts.options.consent, at: new Date().toISOString() }
    return done({ ...facts, mapping, options: { ...facts.options, consent } })
  }

  protected audited({ facts }: BulkWork) {
    const { options } = facts as unknown as ImportFacts
    return { existing: options.existing, consent: options.consent.basis }
  }
}
