import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { Forbidden } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { saveView } from '../actions/save_view.ts'
import { listNamed, listsAsked, viewToChange } from '../lists.ts'
import { startsOf, viewsOf } from '../queries/views_of.ts'
import { newViewValidator, viewValidator } from '../validators/view.ts'
import { answerViews } from '../answers.ts'

/** The views that people save of a list. */
export default class ViewsController {
  async index(ctx: HttpContext) {
    const subjects = listsAsked(ctx)
    const { actor } = ctx.staff
    const rooms = subjects.map(({ room }) => room)
    const views = await viewsOf(actor, rooms)
    return ctx.view.render('pages/saved_views/index', {
      lists: subjects.map((subject) => ({
        ...subject,
        views: views.filter(({ list }) => list === subject.room),
      })),
      starts: await startsOf(actor),
    })
  }

  async store(ctx: HttpContext) {
    const { list, name, query, shared } = await ctx.request.validateUsing(
      newViewValidator,
      inMarket(ctx)
    )
    const subject = listNamed(ctx, list)
    this.#mayShare(ctx, shared)
    const view = await saveView({ list: subject.room, name, query, isShared: shared ?? false })
    ctx.session.flash('notice', { key: 'views.saved', facts: { name: view.name } })
    return ctx.response.redirect().toPath(view.url)
  }

  async update(ctx: HttpContext) {
    const view = await viewToChange(ctx)
    const { name, shared, version } = await ctx.request.validateUsing(viewValidator, inMarket(ctx))
    this.#mayShare(ctx, shared)
    const isSaved = await view.merge({ name, isShared: shared ?? false }).saveSeen(version)
    if (!isSaved) return refuse(ctx, { status: 409, key: 'views.stale' })
    return answerViews(ctx, view, { key: 'views.changed', facts: { name } })
  }

  async destroy(ctx: HttpContext) {
    const view = await viewToChange(ctx)
    await view.softDelete()
    const undo = `/app/views/${view.id}/restoration`
    return answerViews(ctx, view, { key: 'views.deleted', facts: { name: view.name }, undo })
  }

  #mayShare({ staff }: HttpContext, shared: boolean | null | undefined): void {
    if (shared && !staff.actor.can('views.share')) throw new Forbidden('views.share')
  }
}
