import type { HttpContext } from '@adonisjs/core/http'
import { RevealDetails } from '../details/reveal_details.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { refuseReveal } from '../presenters/refused_reveal.ts'
import { leadInReach } from '../reaching.ts'

/** Having phone and e-mail of a lead shown. */
export default class RevealsController {
  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('reveal', lead)
    const revealed = await new RevealDetails().handle(lead)
    if (!revealed.ok) return refuseReveal(ctx, revealed)
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}
