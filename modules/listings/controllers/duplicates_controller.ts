import type { HttpContext } from '@adonisjs/core/http'
import ListingPolicy from '../policies/listing_policy.ts'
import { duplicatesView } from '../presenters/duplicates_view.ts'

/** Listings that are likely the same, across the whole agency. */
export default class DuplicatesController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('mergeAny')
    const duplicates = await duplicatesView(ctx)
    const view = ctx.request.wantsFragment() ? 'partials/duplicates' : 'pages/duplicates/index'
    return ctx.view.render(`listings::${view}`, { duplicates })
  }
}
