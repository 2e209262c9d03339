import type { HttpContext } from '@adonisjs/core/http'
import { reasonedApiStep } from '../../../api_stepping.ts'

/** The owner no longer wants to sell or let. */
export default class WithdrawalsController {
  async store(ctx: HttpContext) {
    return reasonedApiStep(ctx, 'withdrawn')
  }
}
