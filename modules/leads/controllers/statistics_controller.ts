import type { HttpContext } from '@adonisjs/core/http'
import LeadPolicy from '../policies/lead_policy.ts'
import { statisticsView } from '../presenters/statistics_view.ts'

/** What came in, from where, how fast it was answered and what became of it. */
export default class StatisticsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('viewAny')
    const statistics = await statisticsView(ctx)
    const page = ctx.request.wantsFragment() ? 'partials/statistics' : 'pages/statistics/index'
    return ctx.view.render(`leads::${page}`, { statistics })
  }
}
