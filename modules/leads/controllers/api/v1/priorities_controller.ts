import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { sent } from '#kernel/api/sent'
import { overridePriority } from '../../../actions/note_facts.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiLeadFor } from '../../../presenters/api_lead.ts'
import { leadInReach } from '../../../reaching.ts'
import { apiPriorityValidator } from '../../../validators/api_lead.ts'

/** How urgent somebody thinks that a lead is; null trusts the reckoned score again. */
export default class PrioritiesController {
  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { priority } = await ctx.request.validateUsing(apiPriorityValidator, sent(ctx))
    await overridePriority(lead, priority ?? null)
    answerRecord(ctx, await apiLeadFor(ctx, await lead.refresh()))
  }
}
