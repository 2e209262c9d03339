import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { MergeListings } from '../actions/merge_listings.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { mergeChoices } from '../presenters/merge_choices.ts'
import { mergeView } from '../presenters/merge_view.ts'
import { partingView } from '../presenters/parting_view.ts'
import { mergeInReach } from '../merge_reaching.ts'
import { changeableListing } from '../reaching.ts'
import { mergeValidator } from '../validators/merge.ts'

/** What somebody changed meanwhile is worth another look; what cannot be one is not. */
const statusOf = { merge_stale: 409, merge_over: 422, merge_deals: 422 } as const

/** Two listings become one. */
export default class MergesController {
  async create(ctx: HttpContext) {
    const survivor = await changeableListing(ctx, ctx.params.listing_id)
    const other = ctx.request.qs().with
    if (other === undefined || other === survivor.id) {
      const choices = await mergeChoices(ctx, survivor)
      return ctx.view.render('listings::pages/merges/choose', { survivor, choices })
    }
    const both = { survivor, other: await changeableListing(ctx, other) }
    for (const listing of Object.values(both)) await listing.load('property')
    return ctx.view.render('listings::pages/merges/create', { merge: await mergeView(ctx, both) })
  }

  async store(ctx: HttpContext) {
    const survivor = await changeableListing(ctx, ctx.params.listing_id)
    const asked = await ctx.request.validateUsing(mergeValidator, inMarket(ctx))
    if (asked.otherId === survivor.id)
      return refuse(ctx, { status: 422, key: 'listings.refused.itself' })
    const other = await changeableListing(ctx, asked.otherId)

    const result = await new MergeListings().handle(
      { listing: survivor, version: asked.version },
      { listing: other, version: asked.otherVersion },
      asked.choices ?? {}
    )
    if (!result.ok)
      return refuse(ctx, {
        status: statusOf[result.reason],
        key: `listings.refused.${result.reason}`,
      })
    const undo = `/app/listings/${survivor.id}/merges/${result.value.id}`
    ctx.session.flash('notice', { key: 'listings.merge.done', facts: { title: other.title } })
    return ctx.response.redirect().toPath(undo)
  }

  async show(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('mergeAny')
    const { merge, survivor } = await mergeInReach(ctx)
    return ctx.view.render('listings::pages/merges/show', {
      parting: await partingView(ctx, merge, survivor),
    })
  }
}
