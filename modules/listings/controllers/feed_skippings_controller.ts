import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { skipChosen } from '../actions/choose_records.ts'
import { feedInReach } from '../feeds/in_reach.ts'
import { FEEDS_HOME } from '../feeds/present_feed.ts'
import { choiceValidator } from '../validators/feed.ts'

/** Leaving listings as they are, whatever the feed says of them now. */
export default class FeedSkippingsController {
  async store(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    const skipped = await skipChosen(feed, await ctx.request.validateUsing(choiceValidator))
    if (!skipped.ok)
      return refuse(ctx, { status: 422, key: 'listings.feeds.refused.nothing_chosen' })
    const facts = { count: skipped.value }
    ctx.session.flash('notice', { key: 'listings.feeds.skipped', facts })
    return ctx.response.redirect().toPath(`${FEEDS_HOME}/${feed.id}/changes`)
  }
}
