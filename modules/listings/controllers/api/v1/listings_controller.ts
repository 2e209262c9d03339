import type { HttpContext } from '@adonisjs/core/http'
import { answerCreated, answerNothing, answerPage, answerRecord } from '#kernel/api/answers'
import { stale, versionSeen } from '#kernel/api/etags'
import { cursorRefused, pageAsked } from '#kernel/api/paging'
import { sent } from '#kernel/api/sent'
import { CreateListing } from '../../../actions/create_listing.ts'
import { deleteListings } from '../../../actions/delete_listings.ts'
import { UpdateListing } from '../../../actions/update_listing.ts'
import ListingPolicy from '../../../policies/listing_policy.ts'
import { asDraft, withOwner, withWhatIs } from '../../../presenters/api_draft.ts'
import { apiListing } from '../../../presenters/api_listing.ts'
import { questionIn, understood } from '../../../presenters/api_question.ts'
import { askedFields } from '../../../presenters/listing_form.ts'
import { listRequest } from '../../../queries/listing_list.ts'
import { listingPage } from '../../../queries/listing_page.ts'
import { listingInReach } from '../../../reaching.ts'
import { refuseFact } from '../../../refusing.ts'
import { listingQuestion } from '../../../validators/api_listing.ts'
import { apiListingValidator } from '../../../validators/listing.ts'

export default class ListingsController {
  async index(ctx: HttpContext) {
    const { actor } = ctx.staff
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const question = await ctx.request.validateUsing(listingQuestion, sent(ctx, questionIn(ctx)))
    const { limit, after } = pageAsked(question)
    const { parsed, asked: all } = await understood(ctx, question)
    const request = await listRequest({ ...all, after, before: undefined }, actor)
    if (after !== undefined && request.place.cursor === null) throw cursorRefused(ctx)
    const { listings, next } = await listingPage(actor, request, limit)
    answerPage(ctx, { data: listings.map(apiListing), next, meta: parsed ? { parsed } : undefined })
  }

  async show(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await listing.load('property')
    answerRecord(ctx, apiListing(listing))
  }

  async store(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('create')
    const fields = await askedFields()
    const body = withOwner(ctx.request.body(), ctx.staff.actor)
    const said = await ctx.request.validateUsing(apiListingValidator(fields), sent(ctx, body))

    const result = await new CreateListing().handle(asDraft(said), fields)
    if (!result.ok) return refuseFact(ctx, result.reason)
    const listing = await result.value.refresh()
    await listing.load('property')
    answerCreated(ctx, apiListing(listing), 'listings')
  }

  async update(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('update', listing)
    const version = versionSeen(ctx, listing)
    await listing.load('property')
    const fields = await askedFields()
    const body = withWhatIs(listing, { sent: ctx.request.body(), fields })
    const said = await ctx.request.validateUsing(apiListingValidator(fields), sent(ctx, body))

    const result = await new UpdateListing().handle(listing, asDraft(said), { version, fields })
    if (!result.ok && result.reason === 'stale') throw stale(version + 1)
    if (!result.ok) return refuseFact(ctx, result.reason)
    await listing.refresh()
    await listing.load('property')
    answerRecord(ctx, apiListing(listing))
  }

  async destroy(ctx: HttpContext) {
    const listing = await listingInReach(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('delete', listing)
    versionSeen(ctx, listing)
    await deleteListings([listing.id])
    answerNothing(ctx)
  }
}
