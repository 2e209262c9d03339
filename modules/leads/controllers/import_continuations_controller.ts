import type { HttpContext } from '@adonisjs/core/http'
import { resumeBulkWork } from '#app/bulk_works'
import { latestRehearsal, latestUndoing } from '#app/imports'
import { refuse } from '#kernel/http/refuse'
import { importInReach } from '../imports/in_reach.ts'

/** Going on with what got stuck or failed: the import, its check or its undoing. */
export default class ImportContinuationsController {
  async store(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const side = work.isDraft ? await latestRehearsal(work) : await latestUndoing(work)
    const resumed = (side && (await resumeBulkWork(side))) || (await resumeBulkWork(work))
    if (!resumed) return refuse(ctx, { status: 409, key: 'leads.import.refused.not_stuck' })
    return ctx.response.redirect().toPath(`/app/leads/imports/${work.id}`)
  }
}
