import { pendingMigrations, type Pending } from './fleet_migrations.ts'
import { ownerPool } from './owner.ts'

export interface FleetStatus {
  agencies: { status: string; count: number }[]
  closing: { slug: string; delete_after: Date }[]
  pending: Pending[]
  failed: { slug: string; module: string; step: string; attempt: number; error: string }[]
  tasks: { status: string; kind: string; count: number; oldest: Date }[]
}

/** How the fleet is: agencies by status, migrations that are missing or failed, work that waits or was given up. */
export async function fleetStatus(): Promise<FleetStatus> {
  return {
    agencies: await rowsOf(
      'select status, count(*)::int as count from core.tenants group by status order by status'
    ),
    closing: await rowsOf(
      `select slug, delete_after from core.tenants where status = 'closing' and delete_after is not null order by delete_after`
    ),
    pending: await pendingMigrations(),
    failed: await rowsOf(
      `select t.slug, m.module, m.step, m.attempt, m.error from core.tenant_migrations m
         join core.tenants t on t.id = m.tenant_id where m.status = 'failed' order by t.slug, m.module, m.step`
    ),
    tasks: await rowsOf(
      `select status, kind, count(*)::int as count, min(created_at) as oldest from core.fleet_tasks
        where status in ('waiting', 'failed') group by status, kind order by status, kind`
    ),
  }
}

async function rowsOf<Row extends object>(sql: string): Promise<Row[]> {
  const { rows } = await ownerPool().query<Row>(sql)
  return rows
}
