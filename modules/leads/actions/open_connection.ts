import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { type Secrets, sealSecrets } from '../capture/secrets.ts'
import { newToken } from '../capture/token.ts'
import LeadConnection, { type ConnectionKind } from '../models/lead_connection.ts'

interface Wish {
  kind: ConnectionKind
  name: string
  appSecret?: string | null
  pageToken?: string | null
}

/** Opens a door for leads. Its secrets are told once, here. */
export async function openConnection(wish: Wish) {
  const { kind, name } = wish
  const token = newToken(unit().tenant.id)
  const secrets = secretsFor(wish)
  const sealed = kind === 'email' ? null : sealSecrets(secrets, token)
  const createdBy = currentActor().id
  const connection = await LeadConnection.create({ kind, name, token, secrets: sealed, createdBy })
  audit('leads.source_opened', connection)
  return { connection, secrets }
}

/** Closes a door for good; what came in through it stays. */
export async function revokeConnection(connection: LeadConnection): Promise<void> {
  connection.merge({ revokedAt: DateTime.utc(), secrets: null })
  await connection.save()
  audit('leads.source_revoked', connection)
}

function secretsFor({ kind, appSecret, pageToken }: Wish): Secrets {
  const word = randomBytes(24).toString('base64url')
  if (kind === 'google') return { googleKey: word }
  if (kind === 'email') return {}
  return { verifyToken: word, appSecret: appSecret ?? '', pageToken: pageToken ?? '' }
}

function audit(action: string, { id, kind, name }: LeadConnection): void {
  unit().audit({ action, subjectType: 'lead_connection', subjectId: id, facts: { kind, name } })
}
