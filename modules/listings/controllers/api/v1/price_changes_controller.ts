import type { HttpContext } from '@adonisjs/core/http'
import { sent } from '#kernel/api/sent'
import { changePrice } from '../../../actions/change_price.ts'
import { apiStep } from '../../../api_stepping.ts'
import { priceStep } from '../../../validators/api_step.ts'

/** Another price is asked. */
export default class PriceChangesController {
  async store(ctx: HttpContext) {
    return apiStep(ctx, 'update', async (listing, version) => {
      const { priceMinor, reason } = await ctx.request.validateUsing(priceStep, sent(ctx))
      return changePrice(listing, { price: priceMinor, reason, version })
    })
  }
}
