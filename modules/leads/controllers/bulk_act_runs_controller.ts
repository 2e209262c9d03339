import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork, resumeBulkWork } from '#app/bulk_works'
import { refuse } from '#kernel/http/refuse'
import { bulkActInReach } from '../bulk/in_reach.ts'

/** A bulk act goes on from where it got stuck, or is stopped where it is. */
export default class BulkActRunsController {
  async store(ctx: HttpContext) {
    const work = await bulkActInReach(ctx)
    if (!(await resumeBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'leads.bulk.refused.not_stuck' })
    return ctx.response.redirect().toPath(`/app/leads/bulk-acts/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const work = await bulkActInReach(ctx)
    if (!(await cancelBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'leads.bulk.refused.over' })
    return ctx.response.redirect().toPath(`/app/leads/bulk-acts/${work.id}`)
  }
}
