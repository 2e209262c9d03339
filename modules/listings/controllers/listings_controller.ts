import type { HttpContext } from '@adonisjs/core/http'
import { inMarket, timelineView } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { CreateListing } from '../actions/create_listing.ts'
import { deleteListings } from '../actions/delete_listings.ts'
import { UpdateListing } from '../actions/update_listing.ts'
import { type ListingDraft, pointsOf } from '../listing_draft.ts'
import type Listing from '../models/listing.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { conflictsWith } from '../presenters/conflicts.ts'
import { askedFields, listingForm } from '../presenters/listing_form.ts'
import { listingListView } from '../presenters/listing_list_view.ts'
import { listingView } from '../presenters/listing_view.ts'
import { filterMenu } from '../presenters/filter_menu.ts'
import { formAgain } from '../presenters/form_again.ts'
import { duplicatesOf } from '../queries/duplicates_of.ts'
import { listingInReach } from '../reaching.ts'
import { listingSubject } from '../subject.ts'
import { listingValidator } from '../validators/listing.ts'

const notAssignable = { status: 422, key: 'listings.refused.not_assignable', field: 'ownerId' }

export default class ListingsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const { as } = ctx.request.qs()
    const isFragment = ctx.request.wantsFragment()
    if (as === 'filters' && isFragment)
      return ctx.view.render('listings::partials/filter_menu', { menu: await filterMenu(ctx) })

    const list = await listingListView(ctx)
    if (isFragment) return ctx.view.render('listings::partials/list', { list })
    const menu = as === 'filters' ? await filterMenu(ctx) : null
    return ctx.view.render('listings::pages/listings/index', { list, menu })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('create')
    return ctx.view.render('listings::pages/listings/create', {
      form: await listingForm(ctx, null),
    })
  }

  async store(ctx: HttpContext) {
    const { bouncer, request, response, session, staff } = ctx
    await bouncer.with(ListingPolicy).authorize('create')
    const fields = await askedFields()
    const draft = await request.validateUsing(listingValidator(fields), inMarket(ctx))
    const duplicates = draft.anyway ? [] : await duplicatesOf(staff.actor, pointsOf(draft))
    if (duplicates.length > 0) return formAgain(ctx, null, { duplicates })

    const result = await new CreateListing().handle(draft, fields)
    if (!result.ok) return refuse(ctx, notAssignable)
    session.flash('notice', { key: 'listings.created', facts: { name: result.value.name } })
    return response.redirect().toPath(`/app/listings/${result.value.id}`)
  }

  async show(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    const { as } = ctx.request.qs()
    const isFragment = ctx.request.wantsFragment()
    if (as === 'timeline' && isFragment) {
      const timeline = await timelineView(ctx, listingSubject, listing)
      return ctx.view.render('pages/records/partials/timeline', { timeline })
    }
    const record = await listingView(ctx, listing)
    if (as === 'panel' && isFragment) return ctx.view.render('listings::partials/panel', { record })
    return ctx.view.render('listings::pages/listings/show', { record })
  }

  async edit(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    return ctx.view.render('listings::pages/listings/edit', {
      form: await listingForm(ctx, listing),
    })
  }

  async update(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const fields = await askedFields()
    const draft = await ctx.request.validateUsing(listingValidator(fields), inMarket(ctx))
    const seen = { version: draft.version ?? 0, fields }

    const result = await new UpdateListing().handle(listing, draft, seen)
    if (!result.ok && result.reason === 'not_assignable') return refuse(ctx, notAssignable)
    if (!result.ok) return this.#stale(ctx, { mine: listing, draft })
    ctx.session.flash('notice', 'listings.saved')
    return ctx.response.redirect().toPath(`/app/listings/${listing.id}`)
  }

  async destroy(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('delete', listing)
    await deleteListings([listing.id])
    const undo = `/app/listings/${listing.id}/restoration`
    ctx.session.flash('notice', { key: 'listings.deleted', facts: { name: listing.name }, undo })
    return ctx.response.redirect().toPath('/app/listings')
  }

  /** Somebody saved in between: both versions are shown, and nothing that was typed is lost. */
  async #stale(ctx: HttpContext, typed: { mine: Listing; draft: ListingDraft }) {
    const theirs = await listingInReach(ctx)
    return formAgain(ctx, theirs, { conflicts: await conflictsWith(ctx, theirs, typed) })
  }
}
