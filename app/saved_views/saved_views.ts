import type { HttpContext } from '@adonisjs/core/http'
import { listQuery } from './list_query.ts'
import { viewsOf } from './queries/views_of.ts'

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
