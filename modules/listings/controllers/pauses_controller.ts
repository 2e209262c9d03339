import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { stepFrom } from '../actions/step_from.ts'
import type { ListingStatus } from '../listing_words.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { listingInReach } from '../reaching.ts'
import { answerStep } from '../stepping.ts'
import { reasonedValidator } from '../validators/step.ts'

/** A listing is taken off the market for a while, or goes back on. */
export default class PausesController {
  async store(ctx: HttpContext) {
    return this.#step(ctx, 'active', 'paused')
  }

  async destroy(ctx: HttpContext) {
    return this.#step(ctx, 'paused', 'active')
  }

  async #step(ctx: HttpContext, from: ListingStatus, to: ListingStatus) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const { version, reason } = await ctx.request.validateUsing(reasonedValidator, inMarket(ctx))
    const result = await stepFrom(from, listing, { to, seenVersion: version, reason })
    return answerStep(ctx, listing, result)
  }
}
