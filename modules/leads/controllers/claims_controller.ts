import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { isUuid } from '#kernel/tenancy/names'
import { ClaimLead } from '../actions/claim_lead.ts'
import LeadClaim from '../models/lead_claim.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { claimsView } from '../presenters/claims_view.ts'

/** Leads that are offered to a group, and the tap that takes one. */
export default class ClaimsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('work')
    const claims = await claimsView(ctx)
    if (ctx.request.wantsFragment()) return ctx.view.render('leads::partials/claims', { claims })
    return ctx.view.render('leads::pages/claims/index', { claims })
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('work')
    const result = await new ClaimLead().handle(await newestOffer(ctx))
    if (!result.ok) return refuse(ctx, { status: 409, key: 'leads.refused.claimed' })
    ctx.session.flash('notice', 'leads.claims.yours')
    return ctx.response.redirect().toPath(`/app/leads/${result.value}`)
  }
}

/** What was offered to this person last; a lead that never was does not exist for them. */
async function newestOffer({ params, staff }: HttpContext): Promise<LeadClaim> {
  if (!isUuid(params.lead_id)) throw new NotHere()
  const claim = await LeadClaim.query()
    .where('leadId', params.lead_id)
    .whereRaw('?::uuid = any(member_ids)', [staff.actor.id])
    .orderBy('id', 'desc')
    .first()
  if (!claim) throw new NotHere()
  return claim
}
