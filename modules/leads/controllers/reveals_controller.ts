import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { RevealDetails } from '../details/reveal_details.ts'
import { leadInReach } from '../reaching.ts'

/** Having phone and e-mail of a lead shown. */
export default class RevealsController {
  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    const revealed = await new RevealDetails().handle(lead)
    if (revealed.ok) return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
    const { reason, facts } = revealed
    return refuse(ctx, { status: 429, key: `leads.details.refused.${reason}`, facts })
  }
}
