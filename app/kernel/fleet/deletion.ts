import drive from '@adonisjs/drive/services/main'
import pg from 'pg'
import config from '#config/tenancy'
import { schemaName, tenantRole } from '#kernel/tenancy/names'
import { BEING_DELETED, changeStatus, isBeingDeleted, recordDeed } from './agency_status.ts'
import { shutAppOut } from './app_membership.ts'
import { type FleetTask, registerFleetWork } from './fleet_worker.ts'
import { readInstallation } from './installation.ts'
import { asOwner, ownerPool } from './owner.ts'

const TABLES_AT_A_TIME = 10

/** Closes an agency: nobody enters it any more; it can be exported, and called back until the days are over. */
registerFleetWork('close', {
  async handle(client, task) {
    if (await isBeingDeleted(client, task.tenantId)) return { refused: 'being_deleted' }
    await shutAppOut(client, task.tenantId as string)
    await changeStatus(client, task, {
      status: 'closing',
      deleteAfterDays: config.deletionGraceDays,
    })
  },
})

/**
 * Deletes an agency whose days of grace are over. The task's transaction only keeps the claim;
 * the tables go in transactions of their own, and another try goes on where this one stopped.
 */
registerFleetWork('delete', {
  async handle(client, task) {
    const { rowCount } = await client.query(
      `select from core.tenants where id = $1 and status = 'closing' and delete_after <= now()`,
      [task.tenantId]
    )
    if (!rowCount) return { refused: 'not_due' }
    await deleteAgency(task.tenantId as string, task)
  },
})

/**
 * Deletes an agency for good: tables in small transactions (dropping one takes about 17 locks),
 * then files, schema, role and rows in `core`. Safe to call again after a crash half-way.
 */
export async function deleteAgency(tenantId: string, task: FleetTask | null = null): Promise<void> {
  await asOwner((client) => lockUp(client, tenantId))
  for (let left = await dropSome(tenantId); left > 0; left = await dropSome(tenantId));
  await drive.use().deleteAll(`tenants/${tenantId}/`)
  await asOwner((client) => dropHome(client, tenantId, task))
}

async function lockUp(client: pg.ClientBase, tenantId: string): Promise<void> {
  const { rowCount } = await client.query(
    `update core.tenants set status = 'closing', status_reason = $2, delete_after = coalesce(delete_after, now()),
            updated_at = now() where id = $1`,
    [tenantId, BEING_DELETED]
  )
  if (rowCount && (await roleOf(client, tenantId)).exists) await shutAppOut(client, tenantId)
  await client.query('select pg_notify($1, $2)', ['freehold_tenants', tenantId])
}

async function roleOf(client: pg.ClientBase, tenantId: string) {
  const installation = await readInstallation(client)
  const role = installation ? tenantRole(installation.id, tenantId) : ''
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  return { role, exists: rowCount === 1 }
}

/** Drops a few tables; answers how many it dropped. */
async function dropSome(tenantId: string): Promise<number> {
  const schema = schemaName(tenantId)
  const { rows } = await ownerPool().query<{ tablename: string }>(
    'select tablename from pg_tables where schemaname = $1 limit $2',
    [schema, TABLES_AT_A_TIME]
  )
  const names = rows.map(
    (row) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(row.tablename)}`
  )
  if (names.length > 0)
    await asOwner((client) => client.query(`drop table ${names.join(', ')} cascade`))
  return names.length
}

/**
 * Tasks that another worker has claimed wait for this agency's lock, which the deletion holds:
 * they are passed over, and find nobody at home later.
 */
async function dropHome(
  client: pg.ClientBase,
  tenantId: string,
  task: FleetTask | null
): Promise<void> {
  const { role } = await roleOf(client, tenantId)
  await client.query(`drop schema if exists ${pg.escapeIdentifier(schemaName(tenantId))} cascade`)
  await client.query(`drop role if exists ${pg.escapeIdentifier(role)}`)
  await client.query(
    `delete from core.fleet_tasks where id in (select id from core.fleet_tasks
      where tenant_id = $1 and id is distinct from $2 for update skip locked)`,
    [tenantId, task?.id ?? null]
  )
  await client.query('delete from core.outbox where tenant_id = $1', [tenantId])
  const { rowCount } = await client.query('delete from core.tenants where id = $1', [tenantId])
  if (rowCount) await recordDeed(client, { tenantId, facts: task?.facts ?? {} }, 'agency.deleted')
  await client.query('select pg_notify($1, $2)', ['freehold_tenants', tenantId])
}
