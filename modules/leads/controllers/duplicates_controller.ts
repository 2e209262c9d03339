import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import LeadPolicy from '../policies/lead_policy.ts'
import { duplicatesView } from '../presenters/duplicates_view.ts'
import { dismissPair, pairInReach } from '../queries/lead_pairs.ts'

/** Leads that are likely the same. */
export default class DuplicatesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('work')
    return ctx.view.render('leads::pages/duplicates/index', { pairs: await duplicatesView(ctx) })
  }

  async destroy(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('work')
    const { id } = ctx.params
    const pair = isUuid(id) ? await pairInReach(ctx.staff.actor, id) : null
    if (!pair) throw new NotHere()
    await dismissPair(pair.firstId, pair.secondId)
    ctx.session.flash('notice', 'leads.duplicates.dismissed')
    return ctx.response.redirect().toPath('/app/leads/duplicates')
  }
}
