import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { undoRun } from '../actions/undo_run.ts'
import { feedInReach, runOf } from '../feeds/in_reach.ts'
import { FEEDS_HOME } from '../feeds/present_feed.ts'

/** Taking back what a feed brought last. */
export default class FeedUndoingsController {
  async store(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    const run = await runOf(feed, ctx)
    const undoing = await undoRun(feed, run)
    if (undoing.ok) return ctx.response.redirect().toPath(`${FEEDS_HOME}/${feed.id}/runs/${run.id}`)
    const { reason, facts } = undoing
    return refuse(ctx, { status: 409, key: `listings.feeds.refused.${reason}`, facts })
  }
}
