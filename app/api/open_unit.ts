import type { HttpContext } from '@adonisjs/core/http'
import { tenancy, unit } from '#kernel/tenancy/tenancy'
import { answerOnce, idempotencyKeyOf } from './answer_once.ts'
import type ApiKey from './models/api_key.ts'

const READS = new Set(['GET', 'HEAD'])

/** Opens the request's unit of work: read-only for a reading, and done once where the program asks for that. */
export async function openUnitFor(
  ctx: HttpContext,
  key: ApiKey,
  next: () => Promise<void>
): Promise<void> {
  const idempotencyKey = idempotencyKeyOf(ctx)
  const work = idempotencyKey
    ? () => answerOnce(ctx, { keyId: key.id, idempotencyKey }, next)
    : () => unlessRefused(ctx, next)
  await tenancy.run(ctx.tenant!, work, {
    actor: ctx.staff.actor,
    readOnly: READS.has(ctx.request.method()),
  })
}

async function unlessRefused(ctx: HttpContext, next: () => Promise<void>): Promise<void> {
  await next()
  if (ctx.response.getStatus() >= 400) unit().refuse()
}
