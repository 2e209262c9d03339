import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { approveMedium, rejectMedium } from '../actions/moderate_medium.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { answerMedia } from '../presenters/media_answer.ts'
import { listingInReach, mediumOf } from '../reaching.ts'
import { rejectionValidator } from '../validators/media.ts'

/** Whether people outside may see a medium; who may publish decides. */
export default class MediaApprovalsController {
  async store(ctx: HttpContext) {
    const { listing, medium } = await this.#find(ctx)
    return this.#answer(ctx, listing, await approveMedium(listing, medium))
  }

  async destroy(ctx: HttpContext) {
    const { listing, medium } = await this.#find(ctx)
    const { reason = null } = await ctx.request.validateUsing(rejectionValidator)
    return this.#answer(ctx, listing, await rejectMedium(listing, medium, reason))
  }

  async #find(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('publish', listing)
    return { listing, medium: await mediumOf(listing, ctx) }
  }

  #answer(
    ctx: HttpContext,
    listing: Awaited<ReturnType<typeof listingInReach>>,
    result: Awaited<ReturnType<typeof approveMedium>>
  ) {
    if (result.ok) return answerMedia(ctx, listing)
    return refuse(ctx, { status: 409, key: `listings.media.refused.${result.reason}` })
  }
}
