import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { matchFeedAgents } from '../actions/match_feed_agents.ts'
import { feedInReach } from '../feeds/in_reach.ts'
import { presentAgents } from '../feeds/present_agents.ts'
import { FEEDS_HOME } from '../feeds/present_feed.ts'
import { feedAgentsValidator } from '../validators/feed.ts'

/** Who the agents are that a feed names. */
export default class FeedAgentsController {
  async show(ctx: HttpContext) {
    const shown = await presentAgents(ctx, await feedInReach(ctx))
    return ctx.view.render('listings::pages/feeds/agents', shown)
  }

  async update(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    const { agents = [] } = await ctx.request.validateUsing(feedAgentsValidator)
    const matched = await matchFeedAgents(feed, agents)
    if (matched.ok) {
      ctx.session.flash('notice', 'listings.feeds.agents.saved')
      return ctx.response.redirect().toPath(`${FEEDS_HOME}/${feed.id}`)
    }
    const key = `listings.feeds.refused.${matched.reason}`
    if (matched.reason === 'under_way') return refuse(ctx, { status: 409, key })
    return refuse(ctx, { status: 422, key, field: `agents.${matched.facts.at}.memberId` })
  }
}
