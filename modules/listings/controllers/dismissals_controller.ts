import type { HttpContext } from '@adonisjs/core/http'
import { toastOf } from '#app/records'
import { dismissPair, reopenPair } from '../actions/dismiss_pair.ts'
import { pairInReach } from '../merge_reaching.ts'
import type ListingPair from '../models/listing_pair.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { duplicatesView } from '../presenters/duplicates_view.ts'

/** Two listings that look alike are different homes; or perhaps not. */
export default class DismissalsController {
  async store(ctx: HttpContext) {
    const pair = await this.#pair(ctx)
    await dismissPair(pair.firstId, pair.secondId)
    const undo = `/app/listings/duplicates/${pair.id}/dismissal?_method=DELETE`
    return this.#answer(ctx, { key: 'listings.duplicates.dismissed', undo })
  }

  async destroy(ctx: HttpContext) {
    const pair = await this.#pair(ctx)
    await reopenPair(pair.id)
    return this.#answer(ctx, { key: 'listings.duplicates.reopened' })
  }

  async #pair(ctx: HttpContext): Promise<ListingPair> {
    await ctx.bouncer.with(ListingPolicy).authorize('mergeAny')
    return pairInReach(ctx)
  }

  async #answer(ctx: HttpContext, notice: { key: string; undo?: string }) {
    if (ctx.request.wantsFragment()) {
      const duplicates = await duplicatesView(ctx)
      const toast = toastOf(ctx, notice)
      return ctx.view.render('listings::partials/duplicates', { duplicates, toast })
    }
    ctx.session.flash('notice', notice)
    return ctx.response.redirect().toPath('/app/listings/duplicates')
  }
}
