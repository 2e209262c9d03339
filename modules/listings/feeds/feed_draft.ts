import type { Infer } from '@vinejs/vine/types'
import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { feedValidator } from '../validators/feed.ts'

export type FeedDraft = Infer<typeof feedValidator>

/** What was sent for a feed. A secret is taken out of the request first: what is refused is kept in the session, and secrets are not. */
export function feedDraftFrom(ctx: HttpContext): Promise<FeedDraft> {
  const data = ctx.request.all()
  ctx.request.updateBody(ctx.request.except(['secret']))
  return ctx.request.validateUsing(feedValidator, { ...inMarket(ctx), data })
}
