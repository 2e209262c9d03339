import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { versionSeen } from '#kernel/api/etags'
import { sent } from '#kernel/api/sent'
import { ChangeStatus } from '../../../actions/change_status.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiLeadFor } from '../../../presenters/api_lead.ts'
import { refuseStep } from '../../../presenters/api_steps.ts'
import { leadInReach } from '../../../reaching.ts'
import { apiStatusValidator } from '../../../validators/api_lead.ts'

/** A lead takes one step: on, to lost, or back from there. */
export default class StatusesController {
  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const version = versionSeen(ctx, lead)
    const typed = await ctx.request.validateUsing(apiStatusValidator, sent(ctx))
    const { status } = lead
    const result = await new ChangeStatus().handle(lead, { ...typed, to: typed.status, version })
    if (!result.ok) return refuseStep(ctx, result.reason, { status, version })
    answerRecord(ctx, await apiLeadFor(ctx, await lead.refresh()))
  }
}
