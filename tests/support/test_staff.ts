import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { StaffRole } from '#app/members'
import { ownerPool } from '#kernel/fleet/owner'
import { schemaName } from '#kernel/tenancy/names'
import { csrfToken } from './csrf_token.ts'

export interface TestPerson {
  role: StaffRole
  identityId: string
  name: string
  email: string
}

export interface TestSession {
  cookie: string
  csrfToken: string
}

/** Makes them members in their roles, active, with their first name and password. */
export async function enrol(
  tenantId: string,
  people: TestPerson[],
  passwordHash: string
): Promise<void> {
  const ids = people.map(({ identityId }) => identityId)
  const names = people.map(({ name }) => name)
  await ownerPool().query(
    `insert into "${schemaName(tenantId)}".members (identity_id, name, email, role)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
    [ids, names, people.map(({ email }) => email), people.map(({ role }) => role)]
  )
  await ownerPool().query(
    `update core.identities set status = 'active', name = person.name, password_hash = $3
       from unnest($1::uuid[], $2::text[]) as person (id, name) where identities.id = person.id`,
    [ids, names, passwordHash]
  )
}

/** Signs everyone in anew, and nobody else. */
export async function openSessions(
  tenantId: string,
  people: TestPerson[]
): Promise<Map<StaffRole, TestSession>> {
  const opened = people.map((person) => ({ person, ...newSession(tenantId, person) }))
  await ownerPool().query('delete from core.sessions where tenant_id = $1', [tenantId])
  await ownerPool().query(
    `insert into core.sessions (id, tenant_id, identity_id, contents, expires_at)
     select id, $1, identity_id, contents, now() + interval '12 hours'
       from unnest($2::text[], $3::uuid[], $4::text[]) as opened (id, identity_id, contents)`,
    [
      tenantId,
      opened.map(({ id }) => id),
      people.map(({ identityId }) => identityId),
      opened.map(({ contents }) => contents),
    ]
  )
  return new Map(opened.map(({ person, session }) => [person.role, session]))
}

function newSession(tenantId: string, { identityId }: TestPerson) {
  const cookie = randomUUID()
  const secret = randomBytes(12).toString('base64url')
  const contents = { 'auth_staff': identityId, 'tenant': tenantId, 'csrf-secret': secret }
  return {
    id: createHash('sha256').update(cookie).digest('base64url'),
    contents: JSON.stringify(contents),
    session: { cookie, csrfToken: csrfToken(secret) },
  }
}
