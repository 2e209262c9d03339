import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { versionSeen } from '#kernel/api/etags'
import { sent } from '#kernel/api/sent'
import { refuse } from '#kernel/http/refuse'
import { DraftListing } from '../../../actions/draft_listing.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiLeadFor } from '../../../presenters/api_lead.ts'
import { draftTitle } from '../../../presenters/listing_draft_view.ts'
import { chooseContact, heldLead } from '../../../reaching.ts'
import { apiListingValidator } from '../../../validators/api_lead.ts'

/** The property of a seller or landlord becomes a listing, as a draft. */
export default class ListingDraftsController {
  async store(ctx: HttpContext) {
    const lead = await heldLead(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('draftListing', lead)
    versionSeen(ctx, lead)
    const draft = await ctx.request.validateUsing(apiListingValidator, sent(ctx))
    await chooseContact(lead, draft.contactId)
    const title = draft.title ?? draftTitle(ctx, lead, draft.type)
    const result = await new DraftListing().handle(lead, { type: draft.type, title })
    if (!result.ok)
      return refuse(ctx, {
        ...{ status: 409, key: `leads.refused.${result.reason}` },
        facts: result.facts,
      })
    ctx.response.header('location', `/api/v1/listings/${result.value.id}`)
    answerRecord(ctx, await apiLeadFor(ctx, lead), 201)
  }
}
