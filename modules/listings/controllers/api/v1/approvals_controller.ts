import type { HttpContext } from '@adonisjs/core/http'
import { stepFrom } from '../../../actions/step_from.ts'
import { apiStep } from '../../../api_stepping.ts'

/** What was handed in goes on the market. */
export default class ApprovalsController {
  async store(ctx: HttpContext) {
    return apiStep(ctx, 'publish', (listing, seenVersion) =>
      stepFrom('pending_review', listing, { to: 'active', seenVersion })
    )
  }
}
