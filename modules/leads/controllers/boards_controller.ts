import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import LeadPolicy from '../policies/lead_policy.ts'
import { boardView } from '../presenters/board_view.ts'
import { valuesOf } from '../presenters/filter_menu.ts'

/** The pipeline as a board. */
export default class BoardsController {
  async index(ctx: HttpContext) {
    await ctx.bouncer.with(LeadPolicy).authorize('viewAny')
    const board = await boardView(ctx)
    if (ctx.request.wantsFragment()) return ctx.view.render('leads::partials/board', { board })
    const { colleagues, teams } = await staffForMenus()
    const choices = { colleagues, teams, cities: await valuesOf(ctx, 'city') }
    return ctx.view.render('leads::pages/board/index', { board, choices })
  }
}
