import type { HttpContext } from '@adonisjs/core/http'
import { listQuery } from './list_query.ts'
import SavedView from './models/saved_view.ts'
import { startsOf, viewsOf } from './queries/views_of.ts'

/** What the bar of a list shows of the views that people saved: of this one kind of records. */
export async function savedViews(ctx: HttpContext, { room }: { room: string }) {
  const { actor } = ctx.staff
  const asked = listQuery(ctx.request.parsedUrl.query ?? '')
  const views = await viewsOf(actor, [room])
  return {
    list: room,
    views: views.map((view) => ({
      id: view.id,
      text: view.name,
      url: view.url,
      isPrivate: !view.isShared,
      current: view.query === asked,
    })),
    all: { url: `/app/${room}?start=all`, current: asked === '' },
    /** What would be saved: nothing, where the address asks for nothing or is a view already. */
    query: views.some(({ query }) => query === asked) ? '' : asked,
    mayShare: actor.can('views.share'),
  }
}

/** Where a person lands who opens a list and asks for nothing in particular; null: right there. */
export async function ownStart(
  { request, staff }: HttpContext,
  { room }: { room: string }
): Promise<string | null> {
  if (request.wantsFragment() || Object.keys(request.qs()).length > 0) return null
  const id = (await startsOf(staff.actor)).get(room)
  if (!id) return null
  const view = await SavedView.seenBy(staff.actor).where('id', id).first()
  return view?.url ?? null
}
