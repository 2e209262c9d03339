import type { HttpContext } from '@adonisjs/core/http'
import type SavedView from './models/saved_view.ts'

interface Notice {
  key: string
  facts?: Record<string, string>
  undo?: string
}

/** Back among the views of the list, with what was done. */
export function answerViews(ctx: HttpContext, { list }: SavedView, notice: Notice) {
  ctx.session.flash('notice', notice)
  return ctx.response.redirect().toPath(`/app/views?list=${list}`)
}
