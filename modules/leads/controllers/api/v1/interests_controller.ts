import type { HttpContext } from '@adonisjs/core/http'
import { answer, answerNothing, answerPage } from '#kernel/api/answers'
import { sent } from '#kernel/api/sent'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import { Listing } from '#modules/listings'
import LeadInterest from '../../../models/lead_interest.ts'
import LeadPolicy from '../../../policies/lead_policy.ts'
import { apiInterest } from '../../../presenters/api_parts.ts'
import { leadInReach } from '../../../reaching.ts'
import { apiInterestValidator } from '../../../validators/api_lead.ts'

/** What a lead is interested in: listings of the agency, or units in words. */
export default class InterestsController {
  async index(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await lead.load('interests')
    answerPage(ctx, { data: lead.interests.map(apiInterest), next: null })
  }

  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const typed = await ctx.request.validateUsing(apiInterestValidator, sent(ctx))
    if (typed.listingId && !(await isInReach(ctx, typed.listingId))) throw new NotHere()
    const { listingId = null, unit = null, note = null } = typed
    const facts = { listingId, unit, note, createdBy: ctx.staff.actor.id }
    const interest = await LeadInterest.create({ leadId: lead.id, ...facts })
    answer(ctx, apiInterest(await interest.refresh()), 201)
  }

  async destroy(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { id } = ctx.params
    const interest = isUuid(id) ? await LeadInterest.findBy({ id, leadId: lead.id }) : null
    if (!interest) throw new NotHere()
    await interest.delete()
    answerNothing(ctx)
  }
}

async function isInReach({ staff }: HttpContext, listingId: string): Promise<boolean> {
  const query = Listing.reachableBy(staff.actor, 'listings.view')
  return (await query.where('listings.id', listingId).first()) !== null
}
