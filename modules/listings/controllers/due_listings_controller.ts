import type { HttpContext } from '@adonisjs/core/http'
import ListingPolicy from '../policies/listing_policy.ts'
import { dueListingsView } from '../presenters/due_listings.ts'

/** Which listings need somebody now, and why. */
export default class DueListingsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const due = await dueListingsView(ctx)
    const view = ctx.request.wantsFragment() ? 'partials/due_listings' : 'pages/listings/due'
    return ctx.view.render(`listings::${view}`, { due })
  }
}
