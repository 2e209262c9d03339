import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork, resumeBulkWork } from '#app/bulk_works'
import { refuse } from '#kernel/http/refuse'
import { type BulkDesk, homeOf } from '../bulk_desk.ts'
import { bulkActInReach } from '../in_reach.ts'

/** The carrying out of a bulk act: gone on with where it got stuck, or ended before its time. */
export default class BulkActRunsController {
  constructor(private readonly desk: BulkDesk) {}

  async store(ctx: HttpContext) {
    const work = await bulkActInReach(ctx, this.desk)
    if (!(await resumeBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'bulk_acts.refused.not_stuck' })
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const work = await bulkActInReach(ctx, this.desk)
    if (!(await cancelBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'bulk_acts.refused.over' })
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
  }
}
