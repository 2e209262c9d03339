import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { restoreListings } from '../../../actions/delete_listings.ts'
import ListingPolicy from '../../../policies/listing_policy.ts'
import { apiListing } from '../../../presenters/api_listing.ts'
import { deletedListing, listingInReach } from '../../../reaching.ts'

/** A deleted listing comes back. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    const deleted = await deletedListing(ctx)
    await ctx.bouncer.with(ListingPolicy).authorize('delete', deleted)
    await restoreListings([deleted.id])
    const listing = await listingInReach(ctx)
    await listing.load('property')
    answerRecord(ctx, apiListing(listing))
  }
}
