import type { HttpContext } from '@adonisjs/core/http'
import { restoreMedium } from '../actions/delete_media.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { answerMedia } from '../presenters/media_answer.ts'
import { deletedMediumOf, listingInReach } from '../reaching.ts'

/** A deleted medium comes back. */
export default class MediaRestorationsController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    await restoreMedium(listing, await deletedMediumOf(listing, ctx))
    return answerMedia(ctx, listing, { key: 'listings.media.restored' })
  }
}
