import type { HttpContext } from '@adonisjs/core/http'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

/** How to validate what people send: by the rules of the agency's market, refused in its words. */
export function inMarket(ctx: HttpContext) {
  return {
    meta: { market: marketPack((ctx.tenant as TenantSnapshot).market) },
    messagesProvider: ctx.i18n.createMessagesProvider(),
  }
}
