import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { versionSeen } from '#kernel/api/etags'
import { sent } from '#kernel/api/sent'
import { ChangeStatus } from '../../../actions/change_status.ts'
import { keepRequirement } from '../../../actions/keep_requirement.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiLeadFor } from '../../../presenters/api_lead.ts'
import { refuseStep } from '../../../presenters/api_steps.ts'
import { chooseContact, leadInReach } from '../../../reaching.ts'
import { apiConversionValidator } from '../../../validators/api_lead.ts'

/** A lead becomes a client: the contact that is named, that is known, or a new one. */
export default class ConversionsController {
  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const version = versionSeen(ctx, lead)
    const { contactId, keepRequirement: keeps } = await ctx.request.validateUsing(
      apiConversionValidator,
      sent(ctx)
    )
    await chooseContact(lead, contactId)
    const { status } = lead
    const result = await new ChangeStatus().handle(lead, { to: 'converted', version })
    if (!result.ok) return refuseStep(ctx, result.reason, { status, version })
    if (keeps) await keepRequirement(lead)
    answerRecord(ctx, await apiLeadFor(ctx, await lead.refresh()))
  }
}
