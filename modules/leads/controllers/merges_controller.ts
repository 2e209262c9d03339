import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { isUuid } from '#kernel/tenancy/names'
import { MergeLeads } from '../actions/merge_leads.ts'
import { UnmergeLeads } from '../actions/unmerge_leads.ts'
import type Lead from '../models/lead.ts'
import LeadMerge from '../models/lead_merge.ts'
import LeadPolicy from '../policies/lead_policy.ts'
import { mergeView } from '../presenters/merge_view.ts'
import { leadInReach, leadInReachAt } from '../reaching.ts'
import { mergeValidator, partingValidator } from '../validators/merge.ts'

/** Two leads become one, and two again. */
export default class MergesController {
  async create(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const other = await this.#other(ctx, lead, ctx.request.qs().with)
    return ctx.view.render('leads::pages/merges/create', {
      merge: await mergeView(ctx, lead, other),
    })
  }

  async store(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const asked = await ctx.request.validateUsing(mergeValidator, inMarket(ctx))
    const other = await this.#other(ctx, lead, asked.otherId)
    const result = await new MergeLeads().handle(
      { id: lead.id, version: asked.version },
      { id: other.id, version: asked.otherVersion },
      asked.choices ?? {}
    )
    if (!result.ok) return refuse(ctx, { status: 409, key: 'leads.merge.stale' })
    ctx.session.flash('notice', 'leads.merge.done')
    return ctx.response.redirect().toPath(`/app/leads/${result.value.survivorId}`)
  }

  async destroy(ctx: HttpContext) {
    const lead = await leadInReach(ctx)
    await ctx.bouncer.with(LeadPolicy).authorize('update', lead)
    const { id } = ctx.params
    const merge = isUuid(id) ? await LeadMerge.findBy({ id, survivorId: lead.id }) : null
    if (!merge) throw new NotHere()
    const { version } = await ctx.request.validateUsing(partingValidator, inMarket(ctx))
    const result = await new UnmergeLeads().handle(merge, version)
    if (!result.ok) return refuse(ctx, { status: 409, key: 'leads.merge.stale' })
    ctx.session.flash('notice', 'leads.merge.parted_done')
    return ctx.response.redirect().toPath(`/app/leads/${lead.id}`)
  }

  /** The other one, if this person may work on it, too. */
  async #other(ctx: HttpContext, lead: Lead, id: unknown): Promise<Lead> {
    const other = await leadInReachAt(ctx, id)
    await ctx.bouncer.with(LeadPolicy).authorize('update', other)
    if (other.id === lead.id) throw new NotHere()
    return other
  }
}
