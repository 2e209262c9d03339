import type { HttpContext } from '@adonisjs/core/http'
import { neighboursView } from '../presenters/neighbours_view.ts'
import { listingInReach } from '../reaching.ts'

/** What listings of the same kind nearby cost for their size. */
export default class NeighboursController {
  async index(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    const context = await neighboursView(ctx, listing)
    const view = ctx.request.wantsFragment() ? 'partials/neighbours' : 'pages/listings/neighbours'
    return ctx.view.render(`listings::${view}`, { context, listing })
  }
}
