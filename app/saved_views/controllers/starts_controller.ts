import type { HttpContext } from '@adonisjs/core/http'
import { startWith, startWithAll } from '../actions/start_with.ts'
import { answerViews } from '../answers.ts'
import { viewInReach } from '../lists.ts'

/** With which view a person's list begins. */
export default class StartsController {
  async store(ctx: HttpContext) {
    const view = await viewInReach(ctx)
    await startWith(view)
    return answerViews(ctx, view, { key: 'views.starts', facts: { name: view.name } })
  }

  async destroy(ctx: HttpContext) {
    const view = await viewInReach(ctx)
    await startWithAll(view)
    return answerViews(ctx, view, { key: 'views.starts_with_all' })
  }
}
