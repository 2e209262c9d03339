import type { HttpContext } from '@adonisjs/core/http'
import { errors, type LimiterResponse } from '@adonisjs/limiter'
import limiter from '@adonisjs/limiter/services/main'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type ApiKey from './models/api_key.ts'

const FREE = 100
const PAID = 1_000

function requestsAnHour({ plan }: Pick<TenantSnapshot, 'plan'>): number {
  return plan === 'free' ? FREE : PAID
}

/** Counts one request of this key, shared by all processes; says in every answer how many are left. */
export async function countRequest(ctx: HttpContext, key: ApiKey): Promise<void> {
  const counter = limiter.use({ requests: requestsAnHour(ctx.tenant!), duration: '1 hour' })
  try {
    tell(ctx, await counter.consume(`api:${key.id}`))
  } catch (error) {
    if (error instanceof errors.E_TOO_MANY_REQUESTS) tell(ctx, error.response)
    throw error
  }
}

function tell({ response }: HttpContext, { limit, remaining, availableIn }: LimiterResponse): void {
  response.header('ratelimit-limit', String(limit))
  response.header('ratelimit-remaining', String(Math.max(0, remaining)))
  response.header('ratelimit-reset', String(availableIn))
}
