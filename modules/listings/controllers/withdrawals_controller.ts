import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { moveListing } from '../actions/move_listing.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'
import { answerStep } from '../stepping.ts'
import { reasonedValidator } from '../validators/step.ts'

/** The owner no longer wants to sell or let. */
export default class WithdrawalsController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const { version, reason } = await ctx.request.validateUsing(reasonedValidator, inMarket(ctx))
    const move = { to: 'withdrawn', seenVersion: version, reason } as const
    return answerStep(ctx, listing, await moveListing(listing, move))
  }
}
