import type pg from 'pg'
import type { ExportedCore, ExportedStep } from './export_format.ts'

const CORE = `select jsonb_build_object(
  'agency', jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'market', t.market, 'currency', t.currency,
    'time_zone', t.time_zone, 'founder_id', t.founder_id, 'trial_ends_at', t.trial_ends_at, 'branding', t.branding,
    'data_key', t.data_key, 'created_at', t.created_at),
  'plan', (select jsonb_build_object('key', key, 'version', version) from core.plan_versions where id = t.plan_version_id),
  'trial_plan', (select jsonb_build_object('key', key, 'version', version) from core.plan_versions where id = t.trial_plan_version_id),
  'hosts', (select coalesce(jsonb_agg(jsonb_build_object('host', host, 'kind', kind) order by host), '[]')
    from core.tenant_hosts where tenant_id = t.id),
  'people', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'email', i.email, 'name', i.name,
      'verified', i.email_verified_at is not null, 'state', m.state) order by i.id), '[]')
    from core.identities i left join core.memberships m on m.identity_id = i.id and m.tenant_id = t.id
    where m.id is not null or i.id = t.founder_id),
  'switches', (select coalesce(jsonb_agg(jsonb_build_object('module', module, 'state', state) order by module), '[]')
    from core.module_switches where tenant_id = t.id),
  'addons', (select coalesce(jsonb_agg(jsonb_build_object('module', module, 'ends_at', ends_at) order by module), '[]')
    from core.tenant_addons where tenant_id = t.id)
) as core from core.tenants t where t.id = $1`

export async function readCore(client: pg.ClientBase, tenantId: string): Promise<ExportedCore> {
  const { rows } = await client.query<{ core: ExportedCore }>(CORE, [tenantId])
  if (!rows[0]) throw new Error('E_NO_AGENCY: it was deleted')
  return rows[0].core
}

/** The steps that made the agency's tables what they are. */
export async function readLedger(client: pg.ClientBase, tenantId: string): Promise<ExportedStep[]> {
  const { rows } = await client.query<ExportedStep>(
    `select module, step, checksum from core.tenant_migrations
      where tenant_id = $1 and status = 'done' order by module, step`,
    [tenantId]
  )
  return rows
}
