import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'
import { removeFeed } from '../actions/remove_feed.ts'
import { FAULT_FIELDS, saveFeed } from '../actions/save_feed.ts'
import { feedDraftFrom } from '../feeds/feed_draft.ts'
import { feedInReach } from '../feeds/in_reach.ts'
import { FEEDS_HOME, presentFeed, presentFeedForm, presentFeeds } from '../feeds/present_feed.ts'
import type ListingFeed from '../models/listing_feed.ts'
import FeedPolicy from '../policies/feed_policy.ts'

/** Servers that bring listings into the agency. */
export default class FeedsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(FeedPolicy).authorize('manage')
    return ctx.view.render('listings::pages/feeds/index', await presentFeeds(ctx))
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(FeedPolicy).authorize('manage')
    return ctx.view.render('listings::pages/feeds/form', await presentFeedForm(ctx, null))
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(FeedPolicy).authorize('manage')
    return this.#save(ctx, null)
  }

  async show(ctx: HttpContext) {
    const shown = await presentFeed(ctx, await feedInReach(ctx))
    if (ctx.request.wantsFragment()) return ctx.view.render('listings::partials/feed_state', shown)
    return ctx.view.render('listings::pages/feeds/show', shown)
  }

  async edit(ctx: HttpContext) {
    const form = await presentFeedForm(ctx, await feedInReach(ctx))
    return ctx.view.render('listings::pages/feeds/form', form)
  }

  async update(ctx: HttpContext) {
    return this.#save(ctx, await feedInReach(ctx))
  }

  async destroy(ctx: HttpContext) {
    const feed = await feedInReach(ctx)
    await removeFeed(feed)
    ctx.session.flash('notice', { key: 'listings.feeds.removed', facts: { name: feed.name } })
    return ctx.response.redirect().toPath(FEEDS_HOME)
  }

  async #save(ctx: HttpContext, feed: ListingFeed | null) {
    const saved = await saveFeed(feed, await feedDraftFrom(ctx))
    if (saved.ok) {
      ctx.session.flash('notice', 'listings.feeds.saved')
      return ctx.response.redirect().toPath(`${FEEDS_HOME}/${saved.value.id}`)
    }
    const { reason } = saved
    if (reason === 'stale') return refuse(ctx, { status: 409, key: 'listings.feeds.refused.stale' })
    const key = `listings.feeds.refused.${reason}`
    return refuse(ctx, { status: 422, key, field: FAULT_FIELDS[reason] })
  }
}
