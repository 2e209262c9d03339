import { createHash, randomBytes } from 'node:crypto'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { coreSql } from '#kernel/tenancy/sql'

export type TokenPurpose = 'verify_email' | 'reset_password' | 'invite' | 'switch_agency'

/** Minutes that a token of each purpose lives. */
const lifetimes: Record<TokenPurpose, number> = {
  verify_email: 3 * 24 * 60,
  reset_password: 30,
  invite: 7 * 24 * 60,
  switch_agency: 1,
}

interface TokenFacts {
  identityId: string | null
  tenantId: string | null
  payload?: Record<string, unknown>
}

export interface SpentToken {
  id: string
  identityId: string | null
  tenantId: string | null
  payload: Record<string, unknown>
}

/** A secret that opens one door once. Only its hash is stored; the answer is the text to send. */
export async function issueToken(
  purpose: TokenPurpose,
  { identityId, tenantId, payload = {} }: TokenFacts
): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await coreSql(
    `insert into one_time_tokens (purpose, token_hash, identity_id, tenant_id, payload, expires_at)
     values (?, ?, ?, ?, ?, now() + make_interval(mins => ?))`,
    [purpose, hashOf(secret), identityId, tenantId, JSON.stringify(payload), lifetimes[purpose]]
  )
  return secret
}

interface TokenPlace {
  tenantId: string | null
  trx?: QueryClientContract
}

const STILL_GOOD =
  'purpose = ? and token_hash = ? and tenant_id is not distinct from ? and used_at is null and expires_at > now()'

/** Spends a token: the first to come gets its facts, everyone after gets null. */
export async function spendToken(
  purpose: TokenPurpose,
  secret: string,
  { tenantId, trx }: TokenPlace
): Promise<SpentToken | null> {
  const { rows } = await coreSql<SpentToken>(
    `update one_time_tokens set used_at = now(), updated_at = now() where ${STILL_GOOD}
     returning id, identity_id as "identityId", tenant_id as "tenantId", payload`,
    [purpose, hashOf(secret), tenantId],
    trx
  )
  return rows[0] ?? null
}

/** Looks without spending, for the page that asks before it acts. */
export async function peekToken(
  purpose: TokenPurpose,
  secret: string,
  tenantId: string | null
): Promise<SpentToken | null> {
  const { rows } = await coreSql<SpentToken>(
    `select id, identity_id as "identityId", tenant_id as "tenantId", payload
       from one_time_tokens where ${STILL_GOOD}`,
    [purpose, hashOf(secret), tenantId]
  )
  return rows[0] ?? null
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
