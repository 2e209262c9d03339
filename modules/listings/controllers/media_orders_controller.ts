import type { HttpContext } from '@adonisjs/core/http'
import { type Move, orderMedia } from '../actions/arrange_media.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { answerMedia } from '../presenters/media_answer.ts'
import { listingInReach } from '../reaching.ts'
import { mediaOrderValidator } from '../validators/media.ts'

/** In which order a listing's media are shown. */
export default class MediaOrdersController {
  async update(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const { ids = [], ...step } = await ctx.request.validateUsing(mediaOrderValidator)
    await orderMedia(listing, ids, moveOf(step))
    return answerMedia(ctx, listing)
  }
}

function moveOf({ up, down }: { up?: string; down?: string }): Move | undefined {
  if (up) return { id: up, by: -1 }
  return down ? { id: down, by: 1 } : undefined
}
