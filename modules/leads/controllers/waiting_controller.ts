import type { HttpContext } from '@adonisjs/core/http'
import LeadPolicy from '../policies/lead_policy.ts'
import { waitingView } from '../presenters/waiting_view.ts'

/** Which leads wait to be answered or called again. */
export default class WaitingController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('viewAny')
    const isFragment = ctx.request.wantsFragment()
    const waiting = await waitingView(ctx)
    if (isFragment) return ctx.view.render('leads::partials/waiting', { waiting })
    return ctx.view.render('leads::pages/waiting/index', { waiting })
  }
}
