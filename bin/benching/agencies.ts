import { createHash, randomBytes, randomUUID } from 'node:crypto'

export interface AddedAgency {
  id: string
  slug: string
  host: string
  /** The value of the session cookie of its principal, unsigned. */
  session: string
}

interface Opening {
  /** The number of the first; agencies are told apart by it. */
  from: number
  /** Those that are on; all of them where it is not said. */
  modules?: readonly string[]
  /** Hears how long each took, in milliseconds. */
  onOpened: (ms: number) => void
}

/** Opens agencies one after the other, each by the fleet's own work. */
export async function addAgencies(count: number, opening: Opening): Promise<AddedAgency[]> {
  const { moduleNames } = await import('#kernel/modules/module_registry')
  const { from, modules = moduleNames, onOpened } = opening
  const { workOnce } = await import('#kernel/fleet/fleet_worker')
  const added: AddedAgency[] = []
  for (let number = from; number < from + count; number++) {
    const agency = await askFor(`bench-${number}`, modules)
    const started = performance.now()
    await workOnce()
    onOpened(performance.now() - started)
    added.push(agency)
  }
  return added
}

async function askFor(slug: string, modules: readonly string[]): Promise<AddedAgency> {
  const { ownerPool } = await import('#kernel/fleet/owner')
  const { id, identityId } = await insertAgency(slug)
  const founder = { identityId, name: 'Ann Lee', email: `ann@${slug}.example` }
  await ownerPool().query(
    `insert into core.fleet_tasks (tenant_id, kind, facts) values ($1, 'provision', $2)`,
    [id, JSON.stringify({ modules, founder })]
  )
  const session = await openSession(id, identityId)
  return { id, slug, host: `${slug}.freehold.localhost`, session }
}

/** As signing in does it. */
export async function openSession(tenantId: string, identityId: string): Promise<string> {
  const { ownerPool } = await import('#kernel/fleet/owner')
  const session = randomUUID()
  const contents = {
    'auth_staff': identityId,
    'tenant': tenantId,
    'csrf-secret': randomBytes(12).toString('base64url'),
  }
  await ownerPool().query(
    `insert into core.sessions (id, tenant_id, identity_id, contents, expires_at) values ($1, $2, $3, $4, now() + interval '12 hours')`,
    [
      createHash('sha256').update(session).digest('base64url'),
      tenantId,
      identityId,
      JSON.stringify(contents),
    ]
  )
  return session
}

async function insertAgency(slug: string): Promise<{ id: string; identityId: string }> {
  const { ownerPool } = await import('#kernel/fleet/owner')
  const { newDataKey } = await import('#kernel/keyring/keyring')
  const { rows } = await ownerPool().query<{ id: string; identity_id: string }>(
    `with identity as (
       insert into core.identities (email, name, email_verified_at) values ('ann@' || $1 || '.example', 'Ann Lee', now()) returning id
     ), tenant as (
       insert into core.tenants (slug, name, market, currency, time_zone, founder_id, plan_version_id, data_key)
       select $1, 'Agency ' || $1, 'US', 'USD', 'America/Los_Angeles', identity.id, plan.id, ''
         from identity, core.plan_versions plan where plan.key = 'enterprise' returning id, founder_id
     ), host as (
       insert into core.tenant_hosts (host, tenant_id) select $1 || '.freehold.localhost', id from tenant
     ), membership as (
       insert into core.memberships (tenant_id, identity_id) select id, founder_id from tenant
     ) select id, founder_id as identity_id from tenant`,
    [slug]
  )
  const [{ id, identity_id: identityId }] = rows
  await ownerPool().query('update core.tenants set data_key = $2 where id = $1', [
    id,
    newDataKey(id),
  ])
  return { id, identityId }
}
