import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { requestFeedWork } from '../feeds/feed_works.ts'
import { feedInReach } from '../feeds/in_reach.ts'
import { FEEDS_HOME } from '../feeds/present_feed.ts'

/** Asking a feed's server whether all is right. */
export default class FeedTrialsController {
  async store(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    const requested = await requestFeedWork(feed, 'trial')
    if (!requested.ok) return refuse(ctx, { status: 409, key: 'listings.feeds.refused.under_way' })
    return ctx.response.redirect().toPath(`${FEEDS_HOME}/${feed.id}`)
  }
}
