import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { stepFrom } from '../actions/step_from.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'
import { answerStep } from '../stepping.ts'
import { seenValidator } from '../validators/step.ts'

/** What was handed in goes on the market. */
export default class ApprovalsController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('publish', listing)
    const { version } = await ctx.request.validateUsing(seenValidator, inMarket(ctx))
    const move = { to: 'active', seenVersion: version } as const
    return answerStep(ctx, listing, await stepFrom('pending_review', listing, move))
  }
}
