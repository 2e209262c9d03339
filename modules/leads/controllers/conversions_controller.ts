import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { ChangeStatus } from '../actions/change_status.ts'
import { keepRequirement } from '../actions/keep_requirement.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { conversionView } from '../presenters/conversion_view.ts'
import { illegalStep } from '../presenters/steps.ts'
import { chooseContact, leadInReach } from '../reaching.ts'
import { conversionValidator } from '../validators/steps.ts'

/** A lead becomes a client: the contact that is chosen, that is known, or a new one. */
export default class ConversionsController {
  async create(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    return ctx.view.render('leads::pages/conversions/create', await conversionView(ctx, lead))
  }

  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const typed = await ctx.request.validateUsing(conversionValidator, inMarket(ctx))
    await chooseContact(lead, typed.contactId)
    const result = await new ChangeStatus().handle(lead, {
      to: 'converted',
      version: typed.version,
    })
    if (!result.ok && result.reason === 'illegal_step')
      return refuse(ctx, illegalStep(ctx, lead.status))
    if (!result.ok) return refuse(ctx, { status: 409, key: `leads.refused.${result.reason}` })
    if (typed.keepRequirement) await keepRequirement(lead)
    ctx.session.flash('notice', { key: 'leads.conversion.done', facts: { name: lead.name } })
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}
