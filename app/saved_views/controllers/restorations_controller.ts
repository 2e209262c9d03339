import type { HttpContext } from '@adonisjs/core/http'
import { answerViews } from '../answers.ts'
import { deletedView } from '../lists.ts'

export default class RestorationsController {
  async store(ctx: HttpContext) {
    const view = await deletedView(ctx)
    await view.restore()
    return answerViews(ctx, view, { key: 'views.restored', facts: { name: view.name } })
  }
}
