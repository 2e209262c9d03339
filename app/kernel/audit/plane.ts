import { type SqlAnswer, type SqlValues, coreSql, unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'

/** One log of its own: the platform's, or one agency's. */
export interface AuditPlane {
  /** `core` or `tenant:<id>`; the name under which its seals lie. */
  name: string
  /** SQL that writes an entry as the one text that is hashed. New columns go to its end. */
  line: string
  ask<Row>(sql: string, values: SqlValues): Promise<SqlAnswer<Row>>
}

const AT = `to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`

export const platformPlane: AuditPlane = {
  name: 'core',
  line: `jsonb_build_array(id, actor_id, actor_kind, on_behalf_of, tenant_id, action, subject_type, subject_id, facts, ${AT})::text`,
  ask: (sql, values) => coreSql(sql, values),
}

/** Reads under the agency's role, which may look at its log and do nothing else with it. */
export function agencyPlane(tenant: TenantSnapshot): AuditPlane {
  return {
    name: `tenant:${tenant.id}`,
    line: `jsonb_build_array(id, actor_id, actor_kind, on_behalf_of, action, subject_type, subject_id, facts, ${AT})::text`,
    ask: (sql, values) =>
      tenancy.run(tenant, () => unitSql(sql, values) as never, { readOnly: true }),
  }
}
