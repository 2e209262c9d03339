import type { HttpContext } from '@adonisjs/core/http'
import { sent } from '#kernel/api/sent'
import { relistListing } from '../../../actions/relist_listing.ts'
import { apiStep } from '../../../api_stepping.ts'
import { relistingStep } from '../../../validators/api_step.ts'

/** What had expired goes back on the market under a new authority. */
export default class RelistingsController {
  async store(ctx: HttpContext) {
    return apiStep(ctx, 'update', async (listing, version) => {
      const said = await ctx.request.validateUsing(relistingStep, sent(ctx))
      return relistListing(listing, { ...said, version })
    })
  }
}
