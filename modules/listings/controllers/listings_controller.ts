import type { HttpContext } from '@adonisjs/core/http'
import { inMarket, timelineView } from '#app/records'
import { ownStart } from '#app/saved_views'
import { CreateListing } from '../actions/create_listing.ts'
import { deleteListings } from '../actions/delete_listings.ts'
import { UpdateListing } from '../actions/update_listing.ts'
import { listingOrSurvivor } from '../merge_reaching.ts'
import type Listing from '../models/listing.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { conflictsWith } from '../presenters/conflicts.ts'
import { askedFields, listingForm } from '../presenters/listing_form.ts'
import { listingListView } from '../presenters/listing_list_view.ts'
import { listingView } from '../presenters/listing_view.ts'
import { filterMenu } from '../presenters/filter_menu.ts'
import { formAgain } from '../presenters/form_again.ts'
import { formAgainWithOwners, isLookingForOwner } from '../presenters/owner_choices.ts'
import { listedBefore, listingInReach } from '../reaching.ts'
import { refuseFact } from '../refusing.ts'
import { listingSubject } from '../subject.ts'
import { listingValidator } from '../validators/listing.ts'

export default class ListingsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const start = await ownStart(ctx, listingSubject)
    if (start) return ctx.response.redirect().toPath(start)
    const { as } = ctx.request.qs()
    const isFragment = ctx.request.wantsFragment()
    const asked = wantedFilters(as)
    if (asked && isFragment)
      return ctx.view.render('listings::partials/filter_menu', {
        menu: await filterMenu(ctx, asked),
      })

    const list = await listingListView(ctx)
    if (isFragment) return ctx.view.render('listings::partials/list', { list })
    const menu = asked ? await filterMenu(ctx, asked) : null
    return ctx.view.render('listings::pages/listings/index', { list, menu })
  }

  async create(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('create')
    return ctx.view.render('listings::pages/listings/create', {
      form: await listingForm(ctx, null),
    })
  }

  async store(ctx: HttpContext) {
    const { bouncer, request, response, session } = ctx
    await bouncer.with(ListingPolicy).authorize('create')
    if (isLookingForOwner(ctx)) return formAgainWithOwners(ctx)
    const fields = await askedFields()
    const draft = await request.validateUsing(listingValidator(fields), inMarket(ctx))
    const before = await listedBefore(ctx)
    const result = await new CreateListing().handle(draft, fields, before?.property)
    if (!result.ok) return refuseFact(ctx, result.reason)
    session.flash('notice', { key: 'listings.created', facts: { title: result.value.title } })
    return response.redirect().toPath(`/app/listings/${result.value.id}`)
  }

  async show(ctx: HttpContext) {
    const listing = await listingOrSurvivor(ctx)
    const url = `/app/listings/${listing.id}`
    if (listing.id !== ctx.params.id) return ctx.response.redirect().withQs().toPath(url)
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
    if (isLookingForOwner(ctx)) return formAgainWithOwners(ctx)
    const fields = await askedFields()
    const draft = await ctx.request.validateUsing(listingValidator(fields), inMarket(ctx))
    const seen = { version: draft.version ?? 0, fields }

    const result = await new UpdateListing().handle(listing, draft, seen)
    if (!result.ok && result.reason === 'stale') return this.#stale(ctx, listing)
    if (!result.ok) return refuseFact(ctx, result.reason)
    ctx.session.flash('notice', 'listings.saved')
    return ctx.response.redirect().toPath(`/app/listings/${listing.id}`)
  }

  async destroy(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('delete', listing)
    await deleteListings([listing.id])
    const undo = `/app/listings/${listing.id}/restoration`
    ctx.session.flash('notice', { key: 'listings.deleted', facts: { title: listing.title }, undo })
    return ctx.response.redirect().toPath('/app/listings')
  }

  /** Somebody saved in between: both versions are shown, and nothing that was typed is lost. */
  async #stale(ctx: HttpContext, mine: Listing) {
    const theirs = await listingInReach(ctx)
    return formAgain(ctx, theirs, { conflicts: await conflictsWith(ctx, theirs, mine) })
  }
}

/** `filters` asks for the whole menu, `filter~beds_min~beds_max` for what changes one chip. */
function wantedFilters(as: unknown): string[] | null {
  if (as === 'filters') return []
  const [first, ...names] = typeof as === 'string' ? as.split('~') : []
  return first === 'filter' ? names : null
}
