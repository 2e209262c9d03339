import type { HttpContext } from '@adonisjs/core/http'
import { marketPack } from '#kernel/markets/packs'
import { camelKeys } from './casing.ts'

/**
 * How to validate what a program sent: in snake_case, by the rules of the agency's market, with
 * the very validators of the pages. `request.validateUsing(validator, sent(ctx))`
 */
export function sent(ctx: HttpContext, body: unknown = ctx.request.body()) {
  return {
    data: camelKeys(body),
    meta: { market: marketPack(ctx.tenant!.market) },
    messagesProvider: ctx.i18n.createMessagesProvider(),
  }
}

/** The same for the question in the address. */
export function asked(ctx: HttpContext) {
  return sent(ctx, ctx.request.qs())
}
