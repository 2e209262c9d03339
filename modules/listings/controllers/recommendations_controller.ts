import type { HttpContext } from '@adonisjs/core/http'
import { recommendedView } from '../presenters/recommended_view.ts'
import { wantedInReach } from '../reaching_recommendations.ts'

/** What fits something that a contact looks for. */
export default class RecommendationsController {
  async index(ctx: HttpContext) {
    const recommended = await recommendedView(ctx, await wantedInReach(ctx))
    const view = ctx.request.wantsFragment()
      ? 'partials/recommended'
      : 'pages/recommendations/index'
    return ctx.view.render(`listings::${view}`, { recommended })
  }
}
