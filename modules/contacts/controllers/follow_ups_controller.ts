import type { HttpContext } from '@adonisjs/core/http'
import ContactPolicy from '../policies/contact_policy.ts'
import { followUpsView } from '../presenters/follow_up_view.ts'

/** Who to call now, and why. */
export default class FollowUpsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('viewAny')
    const isFragment = ctx.request.wantsFragment()
    const short = isFragment && ctx.request.qs().as === 'today'
    const followUps = await followUpsView(ctx, { short })
    if (isFragment) return ctx.view.render('contacts::partials/follow_ups', { followUps })
    return ctx.view.render('contacts::pages/follow_ups/index', { followUps })
  }
}
