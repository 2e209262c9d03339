import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import Identity from '../models/identity.ts'

/**
 * Marks an e-mail as proven. Where another identity had proven it before, the agencies of this
 * one move over to it: one person, one identity.
 */
export class VerifyEmail {
  async handle(identityId: string): Promise<Identity> {
    return db.connection('core').transaction(async (trx) => {
      const identity = await Identity.query({ client: trx })
        .where('id', identityId)
        .forUpdate()
        .firstOrFail()
      const elder = await Identity.query({ client: trx })
        .where('email', identity.email)
        .whereNotNull('email_verified_at')
        .whereNot('id', identity.id)
        .whereNot('status', 'deleted')
        .first()
      if (!elder) return identity.merge({ emailVerifiedAt: DateTime.utc() }).save()
      return identity
    })
  }
}
