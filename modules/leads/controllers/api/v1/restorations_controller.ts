import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { restoreLeads } from '../../../actions/delete_leads.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiLeadFor } from '../../../presenters/api_lead.ts'
import { deletedLead, leadInReach } from '../../../reaching.ts'

/** A deleted lead comes back. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    const deleted = await deletedLead(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('delete', deleted)
    await restoreLeads([deleted.id])
    answerRecord(ctx, await apiLeadFor(ctx, await leadInReach(ctx)))
  }
}
