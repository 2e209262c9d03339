import type { HttpContext } from '@adonisjs/core/http'
import { UndoListImport } from '#app/imports'
import { refuse } from '#kernel/http/refuse'
import { importInReach } from '../imports/in_reach.ts'
import { countLeads } from '../imports/undo_steps.ts'

/** Taking back what an import did. */
export default class ImportUndoingsController {
  async store(ctx: HttpContext) {
    const work = await importInReach(ctx)
    const undoing = await new UndoListImport(countLeads).handle(work)
    if (undoing.ok) return ctx.response.redirect().toPath(`/app/leads/imports/${work.id}`)
    const { reason, facts } = undoing
    return refuse(ctx, { status: 409, key: `leads.import.refused.${reason}`, facts })
  }
}
