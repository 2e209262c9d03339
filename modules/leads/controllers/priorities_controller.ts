import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { overridePriority } from '../actions/note_facts.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { leadInReach } from '../reaching.ts'
import { priorityValidator } from '../validators/steps.ts'

/** How urgent a person thinks that a lead is. */
export default class PrioritiesController {
  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { priority } = await ctx.request.validateUsing(priorityValidator, inMarket(ctx))
    await overridePriority(lead, priority ?? null)
    ctx.session.flash('notice', 'leads.saved')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}
