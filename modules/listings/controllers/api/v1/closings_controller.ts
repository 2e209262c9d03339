import type { HttpContext } from '@adonisjs/core/http'
import { sent } from '#kernel/api/sent'
import { closeListing } from '../../../actions/close_listing.ts'
import { apiStep } from '../../../api_stepping.ts'
import { closingStep } from '../../../validators/api_step.ts'

/** It is sold, or rented out. */
export default class ClosingsController {
  async store(ctx: HttpContext) {
    return apiStep(ctx, 'update', async (listing, version) => {
      const { priceMinor, ...said } = await ctx.request.validateUsing(closingStep, sent(ctx))
      return closeListing(listing, { ...said, price: priceMinor, version })
    })
  }
}
