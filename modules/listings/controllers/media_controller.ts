import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { deleteMedium } from '../actions/delete_media.ts'
import { describeMedium } from '../actions/describe_medium.ts'
import { takeMedia } from '../media/take_media.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { answerMedia } from '../presenters/media_answer.ts'
import { mediaView } from '../presenters/media_view.ts'
import { listingInReach, mediumOf } from '../reaching.ts'
import { mediumValidator } from '../validators/media.ts'

/** Photos, floor plans and papers of a listing. */
export default class MediaController {
  async index(ctx: HttpContext) {
    const listing = await this.#listing(ctx)
    const media = await mediaView(ctx, listing)
    if (!ctx.request.wantsFragment())
      return ctx.view.render('listings::pages/media/index', { media })
    const { only } = ctx.request.qs()
    const medium = media.rows.find(({ id }) => id === only)
    if (medium) return ctx.view.render('listings::partials/medium', { media, medium })
    return ctx.view.render('listings::partials/media_list', { media })
  }

  /** Many at once from a plain form; one after the other with a script. What is good is kept. */
  async store(ctx: HttpContext) {
    const listing = await this.#listing(ctx)
    const { taken, refusals } = await takeMedia(ctx, listing)
    if (taken === 0) return refuse(ctx, { status: 422, ...refusals[0], field: 'files' })
    if (ctx.request.wantsFragment()) return ctx.response.noContent()
    const problems = refusals.map(({ key, facts }) => ctx.i18n.t(key, facts)).join(' ')
    const facts = { count: taken, problems }
    const key = refusals.length > 0 ? 'listings.media.added_some' : 'listings.media.added'
    return answerMedia(ctx, listing, { key, facts })
  }

  async update(ctx: HttpContext) {
    const listing = await this.#listing(ctx)
    const medium = await mediumOf(listing, ctx)
    const draft = await ctx.request.validateUsing(mediumValidator)
    const result = await describeMedium(listing, medium, draft)
    if (result.ok) return answerMedia(ctx, listing, { key: 'listings.saved' })
    const { caption } = await mediumOf(listing, ctx)
    const key = `listings.media.refused.${result.reason}`
    const status = result.reason === 'stale' ? 409 : 422
    return refuse(ctx, { status, key, facts: { caption: caption ?? '' }, field: 'caption' })
  }

  async destroy(ctx: HttpContext) {
    const listing = await this.#listing(ctx)
    const medium = await mediumOf(listing, ctx)
    await deleteMedium(listing, medium)
    const undo = `/app/listings/${listing.id}/media/${medium.id}/restoration`
    return answerMedia(ctx, listing, { key: 'listings.media.deleted', undo })
  }

  async #listing(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    return listing
  }
}
