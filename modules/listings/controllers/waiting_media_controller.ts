import type { HttpContext } from '@adonisjs/core/http'
import { approveWaiting } from '../actions/approve_waiting.ts'
import { settleMedia } from '../actions/settle_media.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { answerMedia } from '../presenters/media_answer.ts'
import { listingInReach } from '../reaching.ts'

/** All media of a listing that wait for a look, looked at together. */
export default class WaitingMediaController {
  async store(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('publish', listing)
    const count = await approveWaiting(listing)
    await settleMedia(listing)
    return answerMedia(ctx, listing, { key: 'listings.media.approved_all', facts: { count } })
  }
}
