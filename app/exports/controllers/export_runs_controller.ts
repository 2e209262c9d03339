import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork, resumeBulkWork } from '#app/bulk_works'
import { refuse } from '#kernel/http/refuse'
import { exportInReach } from '../in_reach.ts'
import { homeOf } from '../present_exports.ts'
import type { SheetPlan } from '../sheets/sheet_plan.ts'

/** The writing of an export: gone on with where it got stuck, or ended before its time. */
export default class ExportRunsController {
  constructor(private readonly plan: SheetPlan) {}

  async store(ctx: HttpContext) {
    const work = await exportInReach(ctx, this.plan)
    if (!(await resumeBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'exports.refused.not_stuck' })
    return ctx.response.redirect().toPath(`${homeOf(this.plan)}/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const work = await exportInReach(ctx, this.plan)
    if (!(await cancelBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'exports.refused.over' })
    return ctx.response.redirect().toPath(`${homeOf(this.plan)}/${work.id}`)
  }
}
