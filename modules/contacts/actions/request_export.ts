import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { ExportFacts } from '../exports/export_facts.ts'

/** Has the workers write a list into a file. */
export class RequestExport {
  async handle(facts: ExportFacts, contacts: number): Promise<BulkWork> {
    const work = await BulkWork.create({
      kind: 'contacts.export',
      state: 'draft',
      ownerId: currentActor().id,
      facts: { ...facts },
      rowsTotal: contacts,
      rowsDone: 0,
      counts: {},
    })
    await requestBulkWork(work)
    return work
  }
}
