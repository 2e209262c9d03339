import type { HttpContext } from '@adonisjs/core/http'
import { inMarket, searchWords } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import LeadInterest from '../models/lead_interest.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { listingInReachOf, listingsNamed } from '../queries/listings_in_reach.ts'
import { leadInReach } from '../reaching.ts'
import { interestValidator } from '../validators/steps.ts'

/** What a lead is interested in. */
export default class InterestsController {
  /** Listings within reach, to choose from. */
  async index(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const q = searchWords(ctx.request.qs().q)
    const found = q === '' ? [] : await listingsNamed(q)
    const listings = found.map(({ id, title, reference }) => ({ id, title, reference }))
    return ctx.view.render('leads::pages/interests/index', { lead, q, listings })
  }

  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { note = null, ...typed } = await ctx.request.validateUsing(
      interestValidator,
      inMarket(ctx)
    )
    const createdBy = ctx.staff.actor.id
    await LeadInterest.create({ leadId: lead.id, ...(await interestOf(typed)), note, createdBy })
    ctx.session.flash('notice', 'leads.interests.added')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }

  async destroy(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { id } = ctx.params
    const interest = isUuid(id) ? await LeadInterest.findBy({ id, leadId: lead.id }) : null
    if (!interest) throw new NotHere()
    await interest.delete()
    ctx.session.flash('notice', 'leads.interests.removed')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }
}

/** A listing that they may see goes by its title; anything else by what was typed. */
async function interestOf({
  listingId,
  unit,
}: {
  listingId?: string | null
  unit?: string | null
}) {
  if (!listingId) return { unit: unit ?? null }
  const listing = await listingInReachOf(listingId)
  if (!listing) throw new NotHere()
  return { listingId, unit: listing.title.slice(0, 200) }
}
