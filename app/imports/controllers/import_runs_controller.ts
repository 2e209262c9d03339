import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork } from '#app/bulk_works'
import { refused } from '#kernel/result/result'
import { type ImportDesk, homeOf } from '../import_desk.ts'
import { importInReach } from '../in_reach.ts'
import { refuseAct } from '../refusing.ts'

/** The import itself: started, or ended before its time. */
export default class ImportRunsController {
  constructor(private readonly desk: ImportDesk) {}

  async store(ctx: HttpContext) {
    const { lists, start } = this.desk
    const work = await importInReach(ctx, lists)
    const started = await start.handle(work)
    if (!started.ok) return refuseAct(ctx, lists, started)
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const { lists } = this.desk
    const work = await importInReach(ctx, lists)
    if (!(await cancelBulkWork(work))) return refuseAct(ctx, lists, refused('over'))
    return ctx.response.redirect().toPath(`${homeOf(this.desk)}/${work.id}`)
  }
}
