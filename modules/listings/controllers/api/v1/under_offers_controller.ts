import type { HttpContext } from '@adonisjs/core/http'
import { reasonedApiStep } from '../../../api_stepping.ts'

/** Somebody has made an offer that stands, or it has fallen through. */
export default class UnderOffersController {
  async store(ctx: HttpContext) {
    return reasonedApiStep(ctx, 'under_offer', 'active')
  }

  async destroy(ctx: HttpContext) {
    return reasonedApiStep(ctx, 'active', 'under_offer')
  }
}
