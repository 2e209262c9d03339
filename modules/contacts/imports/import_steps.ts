import { BulkFailure, type BulkSteps, type BulkWork } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { ContactsImported } from '../events/contacts_imported.ts'
import type { ImportFacts } from './import_options.ts'
import { importRows } from './import_step.ts'
import { ListPages } from './list_pages.ts'
import type { ReadRow } from './read_rows.ts'

/** Takes a list into the agency, a thousand rows a step. */
export class ImportSteps implements BulkSteps {
  readonly #pages: ListPages
  #page: ReadRow[] = []

  constructor(run: LongRun, rowsAStep?: number) {
    this.#pages = new ListPages(run, rowsAStep)
  }

  open(work: BulkWork): Promise<void> {
    return this.#pages.open(work, work.rowsDone)
  }

  async prepare(): Promise<void> {
    this.#page = await this.#pages.next()
  }

  async take(work: BulkWork): Promise<number> {
    assertMayImport()
    if (this.#page.length === 0) return 0
    const { options } = work.facts as unknown as ImportFacts
    const judgements = await importRows(this.#page, { importId: work.id, options })
    for (const { deed, problems } of judgements) {
      work.count(deed)
      if (deed !== 'refused' && problems.length > 0) work.count('warned')
    }
    return this.#page.length
  }

  async finish(work: BulkWork): Promise<void> {
    unit().tell(new ContactsImported({ importId: work.id }))
    unit().audit({
      action: 'contacts.imported',
      subjectType: 'bulk_work',
      subjectId: work.id,
      facts: work.counts,
    })
  }

  close(): Promise<void> {
    return this.#pages.close()
  }
}

/** Work goes on in a person's name only while that person may do it. */
export function assertMayImport(): void {
  const actor = currentActor()
  if (actor.kind === 'system' || !actor.can('contacts.import'))
    throw new BulkFailure('contacts.import.failed.not_allowed')
}
