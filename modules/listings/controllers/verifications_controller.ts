import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { verifyListing } from '../actions/verify_listing.ts'
import { verifiedParts } from '../listing_words.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'

/** Somebody has checked the owner, or the property; or takes that back. */
export default class VerificationsController {
  async store(ctx: HttpContext) {
    return this.#verify(ctx, true)
  }

  async destroy(ctx: HttpContext) {
    return this.#verify(ctx, false)
  }

  async #verify(ctx: HttpContext, isVerified: boolean) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('verify', listing)
    const part = verifiedParts.find((known) => known === ctx.params.part)
    if (!part) throw new NotHere()
    await verifyListing(listing, part, isVerified)
    ctx.session.flash('notice', `listings.verification.${isVerified ? 'done' : 'undone'}`)
    return ctx.response.redirect().toPath(`/app/listings/${listing.id}`)
  }
}
