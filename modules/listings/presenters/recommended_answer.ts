import type { HttpContext } from '@adonisjs/core/http'
import { toastOf } from '#app/records'
import type { Wanted } from '../reaching_recommendations.ts'
import { recommendedView } from './recommended_view.ts'

/** The recommendations anew, or back to the page that shows them. */
export async function answerRecommended(
  ctx: HttpContext,
  wanted: Wanted,
  notice: { key: string; undo?: string }
) {
  const { contact, requirement } = wanted
  if (ctx.request.wantsFragment()) {
    const recommended = await recommendedView(ctx, wanted)
    const toast = toastOf(ctx, notice)
    return ctx.view.render('listings::partials/recommended', { recommended, toast })
  }
  ctx.session.flash('notice', notice)
  return ctx.response
    .redirect()
    .toPath(`/app/contacts/${contact.id}/requirements/${requirement.id}/recommendations`)
}
