import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { setCheck } from '../actions/note_facts.ts'
import { checks } from '../lead_words.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { leadInReach } from '../reaching.ts'
import { checkValidator } from '../validators/steps.ts'

/** What somebody made sure of about a lead. */
export default class ChecksController {
  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const check = checks.find((known) => known === ctx.params.check)
    if (!check) throw new NotHere()
    const { done } = await ctx.request.validateUsing(checkValidator, inMarket(ctx))
    await setCheck(lead, check, done)
    ctx.session.flash('notice', 'leads.checklist.saved')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}
