import { unitSql } from '#kernel/tenancy/sql'

export interface Place {
  keyId: string
  idempotencyKey: string
}

export interface KeptAnswer {
  /** Of the request that was answered. */
  fingerprint: string
  status: number
  headers: Record<string, string>
  body: string
}

/** How long an answer is told again. */
const KEPT = `interval '24 hours'`

export async function keptAnswer({ keyId, idempotencyKey }: Place): Promise<KeptAnswer | null> {
  const { rows } = await unitSql<KeptAnswer>(
    `select fingerprint, status, headers, body from api_answers
      where key_id = ? and idempotency_key = ? and created_at > now() - ${KEPT}`,
    [keyId, idempotencyKey]
  )
  return rows[0] ?? null
}

/** One that has had its time may lie there still, and gives way. */
export async function keepAnswer({ keyId, idempotencyKey }: Place, answer: KeptAnswer) {
  await unitSql(
    `insert into api_answers (key_id, idempotency_key, fingerprint, status, headers, body)
     values (?, ?, ?, ?, ?::jsonb, ?)
     on conflict on constraint api_answers_pkey do update set fingerprint = excluded.fingerprint,
       status = excluded.status, headers = excluded.headers, body = excluded.body, created_at = now(), updated_at = now()`,
    [
      keyId,
      idempotencyKey,
      answer.fingerprint,
      answer.status,
      JSON.stringify(answer.headers),
      answer.body,
    ]
  )
}

export async function forgetOldAnswers(): Promise<void> {
  await unitSql(`delete from api_answers where created_at <= now() - ${KEPT}`)
}
