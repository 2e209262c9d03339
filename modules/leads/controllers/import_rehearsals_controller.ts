import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork } from '#app/bulk_works'
import { RehearseImport, SaveImportDraft, latestRehearsal } from '#app/imports'
import { refuse } from '#kernel/http/refuse'
import { draftFrom } from '../imports/draft_from.ts'
import { importInReach } from '../imports/in_reach.ts'
import { OUT_OF_REACH } from './imports_controller.ts'

/** Seeing what an import would do. */
export default class ImportRehearsalsController {
  async store(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const changes = await draftFrom(ctx, work)
    if (!changes) return refuse(ctx, { ...OUT_OF_REACH })
    await new SaveImportDraft().handle(work, changes)
    const rehearsal = await new RehearseImport().handle(work)
    if (!rehearsal.ok) return refuse(ctx, { status: 409, key: 'leads.import.refused.begun' })
    return ctx.response.redirect().toPath(`/app/leads/imports/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const rehearsal = await latestRehearsal(work)
    if (rehearsal) await cancelBulkWork(rehearsal)
    return ctx.response.redirect().toPath(`/app/leads/imports/${work.id}/edit`)
  }
}
