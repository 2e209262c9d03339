import { type BulkWork, requestBulkWork } from '#app/bulk_works'
import { defineField } from '#app/records'
import { done, refused, type Result } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import type { ColumnChoices } from '../imports/column_choices.ts'
import type { ImportFacts } from '../imports/import_options.ts'
import { latestRehearsal } from '#app/imports'

type Refusal = 'begun' | 'check_first' | 'too_many_fields'

/** Hands an import to the workers, once its owner has seen what it is going to do. */
export class StartImport {
  async handle(work: BulkWork): Promise<Result<BulkWork, Refusal>> {
    if (!work.isDraft) return refused('begun')
    const facts = work.facts as unknown as ImportFacts
    const rehearsal = await latestRehearsal(work)
    if (rehearsal?.state !== 'done' || rehearsal.facts.revision !== facts.revision)
      return refused('check_first')

    const mapping = await defineNewFields(facts)
    if (!mapping) return refused('too_many_fields')
    const consent = { ...facts.options.consent, at: new Date().toISOString() }
    const options = { ...facts.options, consent }
    await work
      .merge({ facts: { ...facts, mapping, options }, rowsTotal: rehearsal.rowsTotal })
      .save()
    if (!(await requestBulkWork(work))) return refused('begun')
    audit(work, facts)
    return done(work)
  }
}

/** Columns for which a new field was chosen get it now; null where the agency has too many fields. */
async function defineNewFields({ columns, mapping }: ImportFacts): Promise<ColumnChoices | null> {
  const settled = { ...mapping }
  for (const column of columns.filter((one) => mapping[one] === 'new')) {
    const label = column.slice(0, 60)
    const field = await defineField({ subjectType: 'contact', kind: 'text', label })
    if (!field.ok) return null
    settled[column] = `custom:${field.value.key}`
  }
  return settled
}

function audit(work: BulkWork, { fileName, options }: ImportFacts): void {
  unit().audit({
    action: 'contacts.import_started',
    subjectType: 'bulk_work',
    subjectId: work.id,
    facts: { file: fileName, existing: options.existing, consent: options.consent.basis },
  })
}
