import type { HttpContext } from '@adonisjs/core/http'
import { agentsView } from '../../presenters/site/agents_view.ts'

export default class AgentsController {
  async index(ctx: HttpContext) {
    return ctx.view.render('listings::pages/site/agents', await agentsView(ctx))
  }
}
