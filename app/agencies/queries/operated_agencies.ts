import { isUuid } from '#kernel/tenancy/names'
import { coreSql } from '#kernel/tenancy/sql'
import type { TenantStatus } from '#kernel/tenancy/tenant'

export interface OperatedAgency {
  id: string
  slug: string
  name: string
  market: string
  plan: string
  on_trial: boolean
  trial_ends_at: Date | null
  status: TenantStatus
  status_reason: string | null
  members: number
  host: string
  created_at: Date
}

export interface AgencySearch {
  q?: string
  status?: string
  before?: string
}

const PAGE = 50

const SELECT = `select t.id, t.slug, t.name, t.market, coalesce(trial.key, p.key) as plan, t.trial_ends_at,
    trial.key is not null as on_trial, t.status, t.status_reason, t.created_at,
    (select host from tenant_hosts where tenant_id = t.id order by kind, host limit 1) as host,
    (select count(*)::int from memberships m where m.tenant_id = t.id and m.state = 'active') as members
  from tenants t join plan_versions p on p.id = t.plan_version_id
  left join plan_versions trial on trial.id = t.trial_plan_version_id and t.trial_ends_at > now()`

/** A page of agencies, newest first, with one more where there are more. */
export async function operatedAgencies({ q, status, before }: AgencySearch) {
  const { rows } = await coreSql<OperatedAgency>(
    `${SELECT} where (?::text is null or t.name ilike ? or t.slug ilike ?)
        and (?::text is null or t.status = ?) and (?::uuid is null or t.id < ?::uuid)
      order by t.id desc limit ?`,
    [
      q ?? null,
      contains(q),
      contains(q),
      status ?? null,
      status ?? null,
      before ?? null,
      before ?? null,
      PAGE + 1,
    ]
  )
  const agencies = rows.slice(0, PAGE)
  return { agencies, next: rows.length > PAGE ? agencies.at(-1)!.id : null }
}

export async function operatedAgency(id: string): Promise<OperatedAgency | null> {
  if (!isUuid(id)) return null
  const { rows } = await coreSql<OperatedAgency>(`${SELECT} where t.id = ?`, [id])
  return rows[0] ?? null
}

function contains(text = ''): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
