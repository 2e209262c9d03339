import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { restoreListings } from '../actions/delete_listings.ts'
import ListingPolicy from '../policies/listing_policy.ts'
import { batchDeletedBy } from '../queries/deleted_batch.ts'
import { deletedListing } from '../reaching.ts'

/** Deleted listings come back: one, or a whole batch that the same person has just deleted. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    if (ctx.params.listing_id === undefined) return this.#batch(ctx)
    const listing = await deletedListing(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('delete', listing)
    await restoreListings([listing.id])
    ctx.session.flash('notice', { key: 'listings.restored', facts: { title: listing.title } })
    return ctx.response.redirect().toPath(`/app/listings/${listing.id}`)
  }

  async #batch({ bouncer, request, response, session, staff }: HttpContext) {
    await bouncer.with(ListingPolicy).authorize('deleteAny')
    const ids = await batchDeletedBy(staff.actor, request.input('batch'))
    if (ids.length === 0) throw new NotHere()
    await restoreListings(ids)
    session.flash('notice', { key: 'listings.bulk.done.restore', facts: { count: ids.length } })
    return response.redirect().toPath('/app/listings')
  }
}
