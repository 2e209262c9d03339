import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import LeadInterest from '../models/lead_interest.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { leadInReach } from '../reaching.ts'
import { interestValidator } from '../validators/steps.ts'

/** What a lead is interested in. */
export default class InterestsController {
  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { unit, note } = await ctx.request.validateUsing(interestValidator, inMarket(ctx))
    const createdBy = ctx.staff.actor.id
    await LeadInterest.create({ leadId: lead.id, unit, note: note ?? null, createdBy })
    ctx.session.flash('notice', 'leads.interests.added')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }

  async destroy(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { id } = ctx.params
    const interest = isUuid(id) ? await LeadInterest.findBy({ id, leadId: lead.id }) : null
    if (!interest) throw new NotHere()
    await interest.delete()
    ctx.session.flash('notice', 'leads.interests.removed')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}
