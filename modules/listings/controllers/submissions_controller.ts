import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { moveListing } from '../actions/move_listing.ts'
import { submitListing } from '../actions/submit_listing.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'
import { answerStep } from '../stepping.ts'
import { reasonedValidator, seenValidator } from '../validators/step.ts'

/** A draft is handed in for review, or goes back to be worked on. */
export default class SubmissionsController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const { version } = await ctx.request.validateUsing(seenValidator, inMarket(ctx))
    return answerStep(ctx, listing, await submitListing(listing, ctx.staff.actor, version))
  }

  async destroy(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const { version, reason } = await ctx.request.validateUsing(reasonedValidator, inMarket(ctx))
    const result = await moveListing(listing, { to: 'draft', seenVersion: version, reason })
    return answerStep(ctx, listing, result)
  }
}
