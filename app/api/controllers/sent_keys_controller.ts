import type { HttpContext } from '@adonisjs/core/http'
import { answer } from '#kernel/api/answers'

/** What the key that a program sent is good for. */
export default class SentKeysController {
  async show(ctx: HttpContext) {
    const { actor } = ctx.staff
    const { id, name, market, currency, timeZone } = ctx.tenant!
    answer(ctx, {
      name: ctx.apiKey.name,
      agency: { id, name, market, currency, time_zone: timeZone },
      member: { id: actor.id, name: actor.name, role: actor.role },
      permissions: Object.fromEntries(actor.permissions),
      expires_at: ctx.apiKey.expiresAt?.toISO() ?? null,
    })
  }
}
