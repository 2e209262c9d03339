import type { HttpContext } from '@adonisjs/core/http'
import { done, refused } from '#kernel/result/result'
import { confirmListings } from '../../../actions/confirm_listings.ts'
import { apiStep } from '../../../api_stepping.ts'

/** It is still available. */
export default class ConfirmationsController {
  async store(ctx: HttpContext) {
    return apiStep(ctx, 'update', async (listing) =>
      (await confirmListings([listing.id])) > 0 ? done(listing) : refused('not_active')
    )
  }
}
