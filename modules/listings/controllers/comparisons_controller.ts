import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#kernel/tenancy/names'
import ListingPolicy from '../policies/listing_policy.ts'
import { comparisonView } from '../presenters/comparison_view.ts'

/** Up to four listings side by side. */
export default class ComparisonsController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const comparison = await comparisonView(ctx)
    return ctx.view.render('listings::pages/comparisons/show', { comparison })
  }

  /** What was chosen in the list is compared at an address that can be sent to somebody. */
  async store({ bouncer, request, response }: HttpContext) {
    await bouncer.with(ListingPolicy).authorize('viewAny')
    const ids = [request.input('ids') ?? []].flat().filter(isUuid).slice(0, 4)
    return response.redirect().toPath(`/app/listings/comparison?ids=${ids.join(',')}`)
  }
}
