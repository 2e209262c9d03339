import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork } from '#app/bulk_works'
import { refuse } from '#kernel/http/refuse'
import { RehearseImport, SaveImportDraft, latestRehearsal } from '#app/imports'
import { draftFrom } from '../imports/draft_from.ts'
import { importInReach } from '../imports/in_reach.ts'

/** Counting what an import would do. */
export default class ImportRehearsalsController {
  async store(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const changes = await draftFrom(ctx, work)
    if (!changes)
      return refuse(ctx, {
        status: 422,
        key: 'contacts.import.refused.owner_out_of_reach',
        field: 'ownerId',
      })
    await new SaveImportDraft().handle(work, changes)
    const rehearsal = await new RehearseImport().handle(work)
    if (!rehearsal.ok)
      return refuse(ctx, { status: 409, key: `contacts.import.refused.${rehearsal.reason}` })
    return ctx.response.redirect().toPath(`/app/contacts/imports/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const rehearsal = await latestRehearsal(work)
    if (rehearsal) await cancelBulkWork(rehearsal)
    return ctx.response.redirect().toPath(`/app/contacts/imports/${work.id}/edit`)
  }
}
