import type { HttpContext } from '@adonisjs/core/http'
import { placeView } from '../actions/place_view.ts'
import { answerViews } from '../answers.ts'
import { viewToChange } from '../lists.ts'
import { placeValidator } from '../validators/view.ts'

/** Where a view stands among the others. */
export default class PlacesController {
  async update(ctx: HttpContext) {
    const view = await viewToChange(ctx)
    const { to } = await ctx.request.validateUsing(placeValidator)
    await placeView(view, to)
    return answerViews(ctx, view, { key: 'views.placed', facts: { name: view.name } })
  }
}
