import type { HttpContext } from '@adonisjs/core/http'
import { toastOf } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { renderToday } from '#kernel/today/today_list'
import { confirmListings } from '../actions/confirm_listings.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { dueListingsView } from '../presenters/due_listings.ts'
import { listingInReach } from '../reaching.ts'

/** Where it can be confirmed beside its own page. */
const pages = new Map<unknown, string>([
  ['today', '/app'],
  ['due', '/app/listings/due'],
])

/** It is still available: one tap. */
export default class ConfirmationsController {
  async store(ctx: HttpContext) {
    const { bouncer, request, response, session, view } = ctx
    const listing = await listingInReach(ctx)
    await bouncer.with(ListingPolicy).authorize('update', listing)
    if ((await confirmListings([listing.id])) === 0)
      return refuse(ctx, { status: 409, key: 'listings.refused.not_active' })

    const { back } = request.qs()
    const notice = { key: 'listings.confirmed', facts: { title: listing.title } }
    if (request.wantsFragment() && back === 'today') return renderToday(ctx, toastOf(ctx, notice))
    if (request.wantsFragment() && back === 'due') {
      const due = await dueListingsView(ctx)
      return view.render('listings::partials/due_listings', { due })
    }
    session.flash('notice', notice)
    return response.redirect().toPath(pages.get(back) ?? `/app/listings/${listing.id}`)
  }
}
