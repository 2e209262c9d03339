import type { HttpContext } from '@adonisjs/core/http'
import { similarView } from '../presenters/similar_view.ts'
import { listingInReach } from '../reaching.ts'

/** What is like a listing: to offer beside it, or instead of it. */
export default class SimilarListingsController {
  async index(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    const similar = await similarView(ctx, listing)
    const view = ctx.request.wantsFragment() ? 'partials/similar' : 'pages/listings/similar'
    return ctx.view.render(`listings::${view}`, { similar, listing })
  }
}
