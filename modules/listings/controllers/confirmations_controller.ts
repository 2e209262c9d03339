import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { confirmListings } from '../actions/confirm_listings.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { dueListingsView } from '../presenters/due_listings.ts'
import { listingInReach } from '../reaching.ts'

/** It is still available: one tap. */
export default class ConfirmationsController {
  async store(ctx: HttpContext) {
    const { bouncer, request, response, session, view } = ctx
    const listing = await listingInReach(ctx)
    await bouncer.with(ListingPolicy).authorize('update', listing)
    if ((await confirmListings([listing.id])) === 0)
      return refuse(ctx, { status: 409, key: 'listings.refused.not_active' })

    const isToday = request.qs().back === 'today'
    if (isToday && request.wantsFragment()) {
      const due = await dueListingsView(ctx)
      return view.render('listings::partials/due_listings', { due })
    }
    session.flash('notice', { key: 'listings.confirmed', facts: { title: listing.title } })
    return response.redirect().toPath(isToday ? '/app' : `/app/listings/${listing.id}`)
  }
}
