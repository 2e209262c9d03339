import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { restoreLeads } from '../actions/delete_leads.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { batchDeletedBy } from '../queries/deleted_batch.ts'
import { deletedLead } from '../reaching.ts'

/** Deleted leads come back: one, or a whole batch that the same person has just deleted. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    if (ctx.params.lead_id === undefined) return this.#batch(ctx)
    const lead = await deletedLead(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('delete', lead)
    await restoreLeads([lead.id])
    ctx.session.flash('notice', { key: 'leads.restored', facts: { name: lead.name } })
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }

  async #batch({ bouncer, request, response, session, staff }: HttpContext) {
    await bouncer.with(LeadPolicy).authorize('deleteAny')
    const ids = await batchDeletedBy(staff.actor, request.input('batch'))
    if (ids.length === 0) throw new NotHere()
    await restoreLeads(ids)
    session.flash('notice', { key: 'leads.bulk.done.restore', facts: { count: ids.length } })
    return response.redirect().toPath('/app/leads')
  }
}
