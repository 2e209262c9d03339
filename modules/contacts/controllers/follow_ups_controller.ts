import type { HttpContext } from '@adonisjs/core/http'
import ContactPolicy from '../policies/contact_policy.ts'
import { followUpsView } from '../presenters/follow_up_view.ts'

/** Who to call now, and why. */
export default class FollowUpsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ContactPolicy).authorize('viewAny')
    const followUps = await followUpsView(ctx)
    if (ctx.request.wantsFragment())
      return ctx.view.render('contacts::partials/follow_ups', { followUps })
    return ctx.view.render('contacts::pages/follow_ups/index', { followUps })
  }
}
