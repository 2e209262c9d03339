import type pg from 'pg'
import config from '#config/tenancy'
import { seal } from '#kernel/keyring/keyring'
import type { ExportedCore } from './export_format.ts'
import { type ReadExport, dataKeyOf, planIdOf } from './import_checks.ts'
import { admitPeople } from './import_people.ts'

export interface ImportedAgency {
  tenantId: string
  slug: string
  /** People of the export to those of this installation. */
  people: Map<string, string>
}

/**
 * The platform's rows about the agency, as they are in the export where that can be: under its
 * own id unless an agency has it, on its own domains unless somebody has them.
 */
export async function insertAgency(
  client: pg.ClientBase,
  read: ReadExport,
  slug: string
): Promise<ImportedAgency> {
  const { core } = read
  const people = await admitPeople(client, core.people)
  const tenantId = await freeId(client, core.agency.id)
  await insertTenant(client, read, { tenantId, slug, people })
  await insertHosts(client, core, { tenantId, slug })
  await insertMembers(client, core, { tenantId, people })
  await client.query(
    `insert into core.tenant_addons (tenant_id, module, ends_at)
     select $1, module, ends_at from jsonb_to_recordset($2) as addon(module text, ends_at timestamptz)`,
    [tenantId, JSON.stringify(core.addons)]
  )
  return { tenantId, slug, people }
}

async function freeId(client: pg.ClientBase, id: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select case when exists (select from core.tenants where id = $1) then uuidv7() else $1::uuid end as id`,
    [id]
  )
  return rows[0].id
}

async function insertTenant(
  client: pg.ClientBase,
  read: ReadExport,
  { tenantId, slug, people }: ImportedAgency
): Promise<void> {
  const { agency, plan, trial_plan: trialPlan } = read.core
  await client.query(
    `insert into core.tenants (id, slug, name, market, currency, time_zone, founder_id, plan_version_id,
                               trial_plan_version_id, trial_ends_at, branding, data_key, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tenantId,
      slug,
      ...[agency.name, agency.market, agency.currency, agency.time_zone],
      people.get(agency.founder_id),
      await planIdOf(client, plan),
      await planIdOf(client, trialPlan),
      agency.trial_ends_at,
      JSON.stringify(agency.branding),
      seal(dataKeyOf(read), `data-key:${tenantId}`),
      agency.created_at,
    ]
  )
}

async function insertHosts(
  client: pg.ClientBase,
  core: ExportedCore,
  { tenantId, slug }: { tenantId: string; slug: string }
): Promise<void> {
  const below = `.${config.baseDomain}`
  await client.query('insert into core.tenant_hosts (host, tenant_id) values ($1, $2)', [
    slug + below,
    tenantId,
  ])
  const own = core.hosts.filter(({ host, kind }) => kind === 'custom' && !host.endsWith(below))
  await client.query(
    `insert into core.tenant_hosts (host, tenant_id, kind)
     select host, $1, 'custom' from unnest($2::text[]) as host on conflict (host) do nothing`,
    [tenantId, own.map(({ host }) => host)]
  )
}

async function insertMembers(
  client: pg.ClientBase,
  core: ExportedCore,
  { tenantId, people }: Omit<ImportedAgency, 'slug'>
): Promise<void> {
  const members = core.people.filter(({ state }) => state !== null)
  await client.query(
    `insert into core.memberships (tenant_id, identity_id, state)
     select $1, id, state from unnest($2::uuid[], $3::text[]) as member(id, state)
     on conflict (tenant_id, identity_id) do nothing`,
    [tenantId, members.map(({ id }) => people.get(id)), members.map(({ state }) => state)]
  )
}
