import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { chooseCover } from '../actions/arrange_media.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { answerMedia } from '../presenters/media_answer.ts'
import { listingInReach, mediumOf } from '../reaching.ts'

/** The photo that stands for a listing. */
export default class MediaCoversController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const medium = await mediumOf(listing, ctx)
    if (medium.kind !== 'photo')
      return refuse(ctx, { status: 422, key: 'listings.media.refused.cover_is_a_photo' })
    await chooseCover(listing, medium)
    return answerMedia(ctx, listing)
  }
}
