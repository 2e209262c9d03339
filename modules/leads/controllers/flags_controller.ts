import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import LeadPolicy from '../policies/lead_policy.ts'
import { flagsView } from '../presenters/flags_view.ts'
import { flagInReach } from '../queries/open_flags.ts'
import { flagValidator } from '../validators/flag.ts'

/** What looks wrong about leads, and what people say to it. */
export default class FlagsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('work')
    return ctx.view.render('leads::pages/flags/index', { flags: await flagsView(ctx) })
  }

  async update(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('work')
    const { id } = ctx.params
    const flag = isUuid(id) ? await flagInReach(ctx.staff.actor, id) : null
    if (!flag) throw new NotHere()
    const { state } = await ctx.request.validateUsing(flagValidator, inMarket(ctx))
    await flag.merge({ state, decidedBy: ctx.staff.actor.id, decidedAt: DateTime.utc() }).save()
    ctx.session.flash('notice', `leads.flags.done.${state}`)
    return ctx.response.redirect().toPath('/app/leads/flags')
  }
}
