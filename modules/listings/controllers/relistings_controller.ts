import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { relistListing } from '../actions/relist_listing.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'
import { refuseFact } from '../refusing.ts'
import { answerStep } from '../stepping.ts'
import { relistingValidator } from '../validators/step.ts'

/** What had expired goes back on the market under a new authority. */
export default class RelistingsController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const asked = await ctx.request.validateUsing(relistingValidator, inMarket(ctx))
    const result = await relistListing(listing, asked)
    if (!result.ok && result.reason === 'authority_order') return refuseFact(ctx, result.reason)
    return answerStep(ctx, listing, result)
  }
}
