import type { HttpContext } from '@adonisjs/core/http'
import { answer } from '#kernel/api/answers'
import ListingPolicy from '../policies/listing_policy.ts'
import { mapCellsView } from '../presenters/map_cells_view.ts'
import { mapWindowValidator } from '../validators/map_window.ts'

/** What the map shows of the list, for the part of it that somebody looks at. */
export default class MapCellsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(ListingPolicy).authorize('viewAny')
    const [refusal, window] = await mapWindowValidator.tryValidate(ctx.request.qs())
    // No form comes back, so that nothing is kept for one.
    if (refusal) return answer(ctx, { errors: refusal.messages }, 422)
    answer(ctx, await mapCellsView(ctx, window))
  }
}
