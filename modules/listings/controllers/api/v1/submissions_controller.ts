import type { HttpContext } from '@adonisjs/core/http'
import { submitListing } from '../../../actions/submit_listing.ts'
import { apiStep, reasonedApiStep } from '../../../api_stepping.ts'

/** A draft is handed in for review, or goes back to be worked on. */
export default class SubmissionsController {
  async store(ctx: HttpContext) {
    return apiStep(ctx, 'update', (listing, version) =>
      submitListing(listing, ctx.staff.actor, version)
    )
  }

  async destroy(ctx: HttpContext) {
    return reasonedApiStep(ctx, 'draft')
  }
}
