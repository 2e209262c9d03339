import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { today } from '#kernel/markets/time'
import { moveListing } from '../actions/move_listing.ts'
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
    const facts = {
      closedAs: closing.closedAs ?? (listing.dealType === 'rent' ? 'rented' : 'sold'),
      closedOn: closing.closedOn ?? today(ctx.tenant!.timeZone),
      closedPriceMinor: closing.price ?? listing.priceMinor,
    }
    const move = { to: 'closed', seenVersion: closing.version, facts } as const
    return answerStep(ctx, listing, await moveListing(listing, move))
  }
}
