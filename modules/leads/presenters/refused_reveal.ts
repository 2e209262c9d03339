import type { HttpContext } from '@adonisjs/core/http'
import { refuse } from '#kernel/http/refuse'

interface RefusedReveal {
  reason: 'too_many' | 'too_soon'
  facts: Record<string, string | number | string[]>
}

/** Why contact details are not shown now, and in how many seconds they may be. */
export function refuseReveal(ctx: HttpContext, { reason, facts }: RefusedReveal) {
  const retryAfter = Number(facts.seconds)
  return refuse(ctx, { status: 429, key: `leads.details.refused.${reason}`, facts, retryAfter })
}
