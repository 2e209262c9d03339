import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { applyChosen } from '../actions/choose_records.ts'
import { feedInReach } from '../feeds/in_reach.ts'
import { FEEDS_HOME } from '../feeds/present_feed.ts'
import { choiceValidator } from '../validators/feed.ts'

/** Taking the changes of a feed that were looked at: those chosen, or all. */
export default class FeedApplicationsController {
  async store(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    const applied = await applyChosen(feed, await ctx.request.validateUsing(choiceValidator))
    if (applied.ok) return ctx.response.redirect().toPath(`${FEEDS_HOME}/${feed.id}`)
    const status = applied.reason === 'under_way' ? 409 : 422
    return refuse(ctx, { status, key: `listings.feeds.refused.${applied.reason}` })
  }
}
