import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { sent } from '#kernel/api/sent'
import { NotHere } from '#kernel/http/errors'
import { setCheck } from '../../../actions/note_facts.ts'
import { checks } from '../../../lead_words.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiLeadFor } from '../../../presenters/api_lead.ts'
import { leadInReach } from '../../../reaching.ts'
import { checkValidator } from '../../../validators/steps.ts'

/** What somebody made sure of about a lead. */
export default class ChecksController {
  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const check = checks.find((known) => known === ctx.params.check)
    if (!check) throw new NotHere()
    const { done } = await ctx.request.validateUsing(checkValidator, sent(ctx))
    await setCheck(lead, check, done)
    answerRecord(ctx, await apiLeadFor(ctx, await lead.refresh()))
  }
}
