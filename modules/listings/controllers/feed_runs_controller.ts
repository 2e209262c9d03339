import type { HttpContext } from '@adonisjs/core/http'
import { cancelBulkWork } from '#app/bulk_works'
import { refuse } from '#kernel/http/refuse'
import { requestFeedWork, worksOf } from '../feeds/feed_works.ts'
import { feedInReach, runOf } from '../feeds/in_reach.ts'
import { FEEDS_HOME } from '../feeds/present_feed.ts'
import { presentProblems, presentRun } from '../feeds/present_run.ts'
import { presentUndoing } from '../feeds/present_undoing.ts'

/** Hearing now what a feed has to say, ending that before its time, and what came of it. */
export default class FeedRunsController {
  async store(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    const requested = await requestFeedWork(feed, 'sync', { comparesKeys: true })
    if (!requested.ok) return refuse(ctx, { status: 409, key: 'listings.feeds.refused.under_way' })
    return ctx.response.redirect().toPath(`${FEEDS_HOME}/${feed.id}`)
  }

  async show(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    const work = await runOf(feed, ctx)
    const run = presentRun(ctx, work)
    const address = `${FEEDS_HOME}/${feed.id}/runs/${work.id}`
    const shown = { feed, run, address, ...(await presentUndoing(ctx, feed, work)) }
    if (ctx.request.wantsFragment()) return ctx.view.render('listings::partials/feed_run', shown)
    const problems = await presentProblems(ctx, work)
    return ctx.view.render('listings::pages/feeds/run', { ...shown, problems })
  }

  async destroy(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    const works = await worksOf(feed, ['sync', 'application']).limit(10)
    const current = works.find(({ isUnderWay }) => isUnderWay)
    if (!current || !(await cancelBulkWork(current)))
      return refuse(ctx, { status: 409, key: 'listings.feeds.refused.over' })
    return ctx.response.redirect().toPath(`${FEEDS_HOME}/${feed.id}`)
  }
}
