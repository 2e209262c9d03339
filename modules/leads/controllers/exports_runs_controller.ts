import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork, resumeBulkWork } from '#app/bulk_works'
import { refuse } from '#kernel/http/refuse'
import { exportInReach } from '../exports/in_reach.ts'

/** The writing of an export: gone on with where it got stuck, or ended before its time. */
export default class ExportsRunsController {
  async store(ctx: HttpContext) {
    const work = await exportInReach(ctx)
    if (!(await resumeBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'leads.export.refused.not_stuck' })
    return ctx.response.redirect().toPath(`/app/leads/exports/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const work = await exportInReach(ctx)
    if (!(await cancelBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'leads.export.refused.over' })
    return ctx.response.redirect().toPath(`/app/leads/exports/${work.id}`)
  }
}
