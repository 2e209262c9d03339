import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { UnmergeListings } from '../actions/unmerge_listings.ts'
import { mergeInReach } from '../merge_reaching.ts'
import { seenValidator } from '../validators/step.ts'

/** Two listings that were merged are parted again. */
export default class MergeUndoingsController {
  async store(ctx: HttpContext) {
    const { merge, survivor } = await mergeInReach(ctx)
    const { version } = await ctx.request.validateUsing(seenValidator, inMarket(ctx))

    const result = await new UnmergeListings().handle(merge, version)
    if (!result.ok) return refuse(ctx, { status: 409, key: `listings.refused.${result.reason}` })
    ctx.session.flash('notice', {
      key: 'listings.merge.undone',
      facts: { title: merge.mergedTitle },
    })
    return ctx.response.redirect().toPath(`/app/listings/${survivor.id}/merges/${merge.id}`)
  }
}
