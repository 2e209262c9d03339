import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { versionSeen } from '#kernel/api/etags'
import { sent } from '#kernel/api/sent'
import { refuse } from '#kernel/http/refuse'
import { AssignLead } from '../../../actions/assign_lead.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiLeadFor } from '../../../presenters/api_lead.ts'
import { heldLead, leadInReach } from '../../../reaching.ts'
import { apiAssignmentValidator } from '../../../validators/api_lead.ts'

/** A lead is given to somebody, or to nobody. */
export default class AssignmentsController {
  async update(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('assign', lead)
    const { ownerId } = await ctx.request.validateUsing(apiAssignmentValidator, sent(ctx))
    versionSeen(ctx, await heldLead(ctx))
    const result = await new AssignLead().handle([lead.id], ownerId)
    if (!result.ok)
      return refuse(ctx, { status: 422, key: 'leads.refused.not_assignable', field: 'ownerId' })
    answerRecord(ctx, await apiLeadFor(ctx, await lead.refresh()))
  }
}
