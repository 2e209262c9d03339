import { coreSql } from '#kernel/tenancy/sql'
import { personChanged } from '../people.ts'
import { endSessionsOf } from '../session_store.ts'
import { hashPassword } from './passwords.ts'

/** A new password ends every session of the person, but for the one in which it was chosen. */
export class ChangePassword {
  async handle(identityId: string, password: string, exceptSessionId?: string): Promise<void> {
    const passwordHash = await hashPassword(password)
    await coreSql(
      `update identities set password_hash = ?, version = version + 1, updated_at = now() where id = ?`,
      [passwordHash, identityId]
    )
    await coreSql(
      `update one_time_tokens set used_at = now(), updated_at = now()
        where identity_id = ? and purpose = 'reset_password' and used_at is null`,
      [identityId]
    )
    await endSessionsOf(identityId, { except: exceptSessionId })
    await personChanged(identityId)
  }
}
