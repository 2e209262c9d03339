import type { HttpContext } from '@adonisjs/core/http'
import { Rejected } from '#kernel/http/errors'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { fingerprintOf } from './fingerprint.ts'
import { type KeptAnswer, type Place, keepAnswer, keptAnswer } from './kept_answers.ts'

const LONGEST = 255

/** The key under which a program wants this POST done once; null without one. */
export function idempotencyKeyOf({ request }: HttpContext): string | null {
  const { 'idempotency-key': key } = request.headers() as Record<string, string | undefined>
  if (request.method() !== 'POST' || key === undefined) return null
  if (key.length === 0 || key.length > LONGEST) throw new Rejected(400, 'E_IDEMPOTENCY_KEY')
  return key
}

/**
 * Does the work of a POST once. The answer is kept in the transaction of its effect, so that
 * whenever the process dies there are both or neither; a lock that ends with the transaction
 * keeps a second request with the same key out while the first is at work. A failure is an
 * answer too: what was done is taken back, the answer is kept, and told again. What was refused
 * before any work began is not kept: the same key may be tried with a better body.
 */
export async function answerOnce(
  ctx: HttpContext,
  place: Place,
  next: () => Promise<void>
): Promise<void> {
  if (!(await isAlone(place))) throw new Rejected(409, 'E_IDEMPOTENCY_KEY_IN_USE')
  const fingerprint = fingerprintOf(ctx.request)
  const kept = await keptAnswer(place)
  if (kept) return repeat(ctx, kept, fingerprint)

  await unitSql('savepoint work')
  await next()
  const status = ctx.response.getStatus()
  if (!isOutcome(status)) return unit().refuse()
  if (status >= 400) await takeBack()
  await keepAnswer(place, answerIn(ctx, fingerprint))
}

async function isAlone({ keyId, idempotencyKey }: Place): Promise<boolean> {
  const { rows } = await unitSql<{ alone: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as alone',
    [`${keyId} ${idempotencyKey}`]
  )
  return rows[0].alone
}

function repeat({ response }: HttpContext, kept: KeptAnswer, fingerprint: string): void {
  if (kept.fingerprint !== fingerprint) throw new Rejected(422, 'E_IDEMPOTENCY_KEY_REUSED')
  for (const [name, value] of Object.entries(kept.headers)) response.header(name, value)
  response.header('idempotent-replayed', 'true').status(kept.status).send(kept.body)
}

/** Something was done, or was tried and did not go: conflicts with what is, and errors of ours. */
function isOutcome(status: number): boolean {
  return status < 400 || status === 409 || status >= 500
}

async function takeBack(): Promise<void> {
  await unitSql('rollback to savepoint work')
  unit().startOver()
}

function answerIn({ response }: HttpContext, fingerprint: string): KeptAnswer {
  const headers: Record<string, string> = {}
  for (const name of ['content-type', 'etag', 'location', 'cache-control']) {
    const value = response.getHeader(name)
    if (value !== undefined) headers[name] = String(value)
  }
  const body = String(response.getBody() ?? '')
  return { fingerprint, status: response.getStatus(), headers, body }
}
