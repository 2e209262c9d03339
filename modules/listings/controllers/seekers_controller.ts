import type { HttpContext } from '@adonisjs/core/http'
import { seekersView } from '../presenters/seekers_view.ts'
import { listingInReach } from '../reaching.ts'

/** Contacts who look for something like a listing. */
export default class SeekersController {
  async index(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    const seekers = await seekersView(ctx, listing)
    const view = ctx.request.wantsFragment() ? 'partials/seekers' : 'pages/listings/seekers'
    return ctx.view.render(`listings::${view}`, { seekers, listing })
  }
}
