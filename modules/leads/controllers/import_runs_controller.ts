import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork } from '#app/bulk_works'
import { refuse } from '#kernel/http/refuse'
import { StartImport } from '../actions/start_import.ts'
import { importInReach } from '../imports/in_reach.ts'

/** The import itself: started, or ended before its time. */
export default class ImportRunsController {
  async store(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const started = await new StartImport().handle(work)
    if (!started.ok)
      return refuse(ctx, { status: 409, key: `leads.import.refused.${started.reason}` })
    return ctx.response.redirect().toPath(`/app/leads/imports/${work.id}`)
  }

  async destroy(ctx: HttpContext) {
    const work = await importInReach(ctx)
    if (!(await cancelBulkWork(work)))
      return refuse(ctx, { status: 409, key: 'leads.import.refused.over' })
    return ctx.response.redirect().toPath(`/app/leads/imports/${work.id}`)
  }
}
