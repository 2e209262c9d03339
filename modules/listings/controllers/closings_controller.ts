import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { closeListing } from '../actions/close_listing.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'
import { answerStep } from '../stepping.ts'
import { closingValidator } from '../validators/step.ts'

/** It is sold, or rented out. */
export default class ClosingsController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const closing = await ctx.request.validateUsing(closingValidator, inMarket(ctx))
    return answerStep(ctx, listing, await closeListing(listing, closing))
  }
}
