import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { type Result, done, refused } from '#kernel/result/result'
import { coreSql, coreTransaction } from '#kernel/tenancy/sql'
import Identity from '../models/identity.ts'
import { personChanged } from '../people.ts'
import { endSessionsOf } from '../session_store.ts'
import { peekToken, spendToken } from './issue_token.ts'
import { JoinIdentities } from './join_identities.ts'

type Outcome = Result<'confirmed' | 'joined', 'expired'>

const UNIQUE_VIOLATION = '23505'

/**
 * Marks an e-mail as proven. Where another identity had proven it before, the agencies of this
 * one move over to it: one person, one identity. The link is spent in the last transaction, so
 * that a try that was cut off can be made again.
 */
export class VerifyEmail {
  async handle(secret: string, tenantId: string | null): Promise<Outcome> {
    const token = await peekToken('verify_email', secret, tenantId)
    if (!token?.identityId) return refused('expired')
    const identity = await Identity.findOrFail(token.identityId)
    const elder = await provenElder(identity)
    const seal = (trx: QueryClientContract) => spendToken('verify_email', secret, { tenantId, trx })
    if (elder) return this.#join(identity, elder, seal)
    return this.#confirm(identity, seal).catch((error) => {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
      // Somebody proved the same address a moment ago: now there is an elder.
      return this.handle(secret, tenantId)
    })
  }

  async #confirm(identity: Identity, seal: Seal): Promise<Outcome> {
    const confirmed = await coreTransaction(async (trx) => {
      if (!(await seal(trx))) return false
      await coreSql(
        'update identities set email_verified_at = now(), updated_at = now() where id = ?',
        [identity.id],
        trx
      )
      return true
    })
    if (!confirmed) return refused('expired')
    await personChanged(identity.id)
    return done('confirmed')
  }

  async #join(identity: Identity, elder: Identity, seal: Seal): Promise<Outcome> {
    const joined = await new JoinIdentities().handle(identity, elder, seal)
    if (!joined) return refused('expired')
    await endSessionsOf(identity.id)
    await personChanged(identity.id)
    await personChanged(elder.id)
    return done('joined')
  }
}

/** Spends the link within the transaction; null when it was spent already. */
export type Seal = (trx: QueryClientContract) => Promise<unknown>

function provenElder(identity: Identity): Promise<Identity | null> {
  return Identity.query()
    .where('email', identity.email)
    .whereNotNull('email_verified_at')
    .whereNot('id', identity.id)
    .whereNot('status', 'deleted')
    .first()
}
