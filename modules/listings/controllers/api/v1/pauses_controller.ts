import type { HttpContext } from '@adonisjs/core/http'
import { reasonedApiStep } from '../../../api_stepping.ts'

/** A listing is taken off the market for a while, or goes back on. */
export default class PausesController {
  async store(ctx: HttpContext) {
    return reasonedApiStep(ctx, 'paused', 'active')
  }

  async destroy(ctx: HttpContext) {
    return reasonedApiStep(ctx, 'active', 'paused')
  }
}
