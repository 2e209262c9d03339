import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { AssignLead } from '../actions/assign_lead.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { leadInReach } from '../reaching.ts'
import { assignmentValidator } from '../validators/steps.ts'

/** A lead is given to somebody. */
export default class AssignmentsController {
  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('assign', lead)
    const { ownerId } = await ctx.request.validateUsing(assignmentValidator, inMarket(ctx))
    const result = await new AssignLead().handle([lead.id], ownerId ?? null)
    if (!result.ok)
      return refuse(ctx, { status: 422, key: 'leads.refused.not_assignable', field: 'ownerId' })

    const name = result.value?.name ?? ctx.i18n.t('leads.nobody')
    ctx.session.flash('notice', { key: 'leads.assign.done', facts: { lead: lead.name, name } })
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}
