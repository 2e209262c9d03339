import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { DraftListing } from '../actions/draft_listing.ts'
import { takeBackListing } from '../actions/take_back_listing.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { draftTitle, listingDraftView } from '../presenters/listing_draft_view.ts'
import { listingOfLead } from '../queries/listing_of_lead.ts'
import { chooseContact, heldLead, leadInReach } from '../reaching.ts'
import { listingValidator } from '../validators/steps.ts'

/** The property of a seller or landlord becomes a listing, as a draft. */
export default class ListingDraftsController {
  async create(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('draftListing', lead)
    if (!lead.mayBeListed) throw new NotHere()
    const known = await listingOfLead(lead)
    if (known) return ctx.response.redirect().toPath(`/app/listings/${known.id}`)
    const draft = await listingDraftView(ctx, lead)
    return ctx.view.render('leads::pages/listing_drafts/create', { draft })
  }

  async store(ctx: HttpContext) {
    const lead = await heldLead(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('draftListing', lead)
    const { type, contactId } = await ctx.request.validateUsing(listingValidator, inMarket(ctx))
    await chooseContact(lead, contactId)
    const title = draftTitle(ctx, lead, type)
    const result = await new DraftListing().handle(lead, { type, title })
    if (!result.ok && result.reason === 'already_drafted')
      return ctx.response.redirect().toPath(`/app/listings/${result.facts.listing_id}`)
    if (!result.ok) return refuse(ctx, { status: 409, key: `leads.refused.${result.reason}` })
    const undo = `/app/leads/${lead.id}/listing?_method=DELETE`
    ctx.session.flash('notice', { key: 'leads.listing.drafted', facts: { name: lead.name }, undo })
    return ctx.response.redirect().toPath(`/app/listings/${result.value.id}/edit`)
  }

  async destroy(ctx: HttpContext) {
    const lead = await heldLead(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('draftListing', lead)
    const listing = await listingOfLead(lead)
    if (!listing) throw new NotHere()
    const result = await takeBackListing(lead, listing)
    if (!result.ok) return refuse(ctx, { status: 409, key: `leads.refused.${result.reason}` })
    ctx.session.flash('notice', 'leads.listing.taken_back')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}
