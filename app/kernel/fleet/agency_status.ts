import type pg from 'pg'
import type { TenantStatus } from '#kernel/tenancy/tenant'
import type { FleetTask } from './fleet_worker.ts'

/** `status_reason` of an agency whose tables are going: from here on there is no way back. */
export const BEING_DELETED = 'being_deleted'

interface StatusChange {
  status: TenantStatus
  /** Days until the agency may be deleted; null where it stays. */
  deleteAfterDays?: number | null
}

/** Writes an agency's new status, tells every process, and leaves an entry in the platform's audit log. */
export async function changeStatus(
  client: pg.ClientBase,
  task: FleetTask,
  { status, deleteAfterDays = null }: StatusChange
): Promise<void> {
  await client.query(
    `update core.tenants set status = $2, status_reason = $3, delete_after = now() + make_interval(days => $4),
            version = version + 1, updated_at = now() where id = $1`,
    [task.tenantId, status, task.facts.reason ?? null, deleteAfterDays]
  )
  await client.query('select pg_notify($1, $2)', ['freehold_tenants', task.tenantId])
  await recordDeed(client, task, `agency.${status}`)
}

/** Who asked stands in the task's facts; without one, it was an operator at the command line. */
export async function recordDeed(
  client: pg.ClientBase,
  { tenantId, facts }: Pick<FleetTask, 'tenantId' | 'facts'>,
  action: string
): Promise<void> {
  await client.query(
    `insert into core.audit_entries (actor_id, actor_kind, tenant_id, action, subject_type, subject_id, facts)
     values ($1, $2, $3, $4, 'agency', $3, $5)`,
    [
      facts.actorId ?? null,
      facts.actorId ? (facts.actorKind ?? 'operator') : 'system',
      tenantId,
      action,
      JSON.stringify(facts.reason ? { reason: facts.reason } : {}),
    ]
  )
}

export async function isBeingDeleted(
  client: Pick<pg.ClientBase, 'query'>,
  tenantId: string | null
): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from core.tenants where id = $1 and status_reason = $2',
    [tenantId, BEING_DELETED]
  )
  return rowCount === 1
}
