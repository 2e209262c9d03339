import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { RevealDetails } from '../../../details/reveal_details.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiLeadFor } from '../../../presenters/api_lead.ts'
import { refuseReveal } from '../../../presenters/refused_reveal.ts'
import { leadInReach } from '../../../reaching.ts'

/** Phone and e-mail of a lead are shown to the member for whom the program acts. */
export default class RevealsController {
  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('reveal', lead)
    const revealed = await new RevealDetails().handle(lead)
    if (!revealed.ok) return refuseReveal(ctx, revealed)
    answerRecord(ctx, await apiLeadFor(ctx, lead))
  }
}
