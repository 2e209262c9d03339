import { DateTime } from 'luxon'
import { Identity, endSessionsOf, issueToken, personChanged } from '#app/identity'
import { auditPlatform } from '#kernel/audit/audit_apart'
import { type Result, done, refused } from '#kernel/result/result'

interface Appointment {
  email: string
  name: string
  /** Null ends it. */
  role: Identity['operatorRole']
}

/** The secret of a link on the console's host, for a person who has no password yet. */
type Appointed = { secret: string | null }

/**
 * Makes somebody an operator of the platform, gives them another role, or ends it. Whoever may do
 * so vouches for the e-mail, which counts as proven; a changed right ends every session.
 */
export class AppointOperator {
  async handle({ email, name, role }: Appointment): Promise<Result<Appointed, 'unknown'>> {
    const known = await provenOwner(email)
    if (!known && role === null) return refused('unknown')
    const identity = known ?? new Identity().fill({ email, name, emailVerifiedAt: DateTime.utc() })
    await identity.merge({ operatorRole: role }).save()
    await endSessionsOf(identity.id)
    await personChanged(identity.id)
    await record(identity.id, role)
    const needsPassword = role !== null && !identity.passwordHash
    return done({ secret: needsPassword ? await linkOf(identity.id) : null })
  }
}

function provenOwner(email: string): Promise<Identity | null> {
  return Identity.query()
    .where('email', email)
    .whereNotNull('email_verified_at')
    .whereNot('status', 'deleted')
    .first()
}

function record(identityId: string, role: Identity['operatorRole']): Promise<void> {
  const action = role ? 'operators.appointed' : 'operators.dismissed'
  return auditPlatform({ action, subjectType: 'identity', subjectId: identityId, facts: { role } })
}

function linkOf(identityId: string): Promise<string> {
  return issueToken('reset_password', { identityId, tenantId: null })
}
