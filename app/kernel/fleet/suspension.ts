import pg from 'pg'
import { tenantRole } from '#kernel/tenancy/names'
import { requireInstallation } from './installation.ts'
import { type FleetTask, registerFleetWork } from './fleet_worker.ts'

/**
 * Suspending takes the app's membership in the agency's role away: the database itself then
 * refuses new units, whatever a process still has cached.
 */
registerFleetWork('suspend', {
  async handle(client, task) {
    await client.query(await membershipSql(client, task, 'revoke'))
    await setStatus(client, task, 'suspended')
  },
})

registerFleetWork('resume', {
  async handle(client, task) {
    await client.query(await membershipSql(client, task, 'grant'))
    await setStatus(client, task, 'active')
  },
})

async function membershipSql(
  client: pg.ClientBase,
  task: FleetTask,
  verb: 'grant' | 'revoke'
): Promise<string> {
  const installation = await requireInstallation(client)
  const role = pg.escapeIdentifier(tenantRole(installation.id, task.tenantId as string))
  const app = pg.escapeIdentifier(installation.appRole)
  return verb === 'grant'
    ? `grant ${role} to ${app} with inherit false, set true`
    : `revoke ${role} from ${app}`
}

async function setStatus(client: pg.ClientBase, task: FleetTask, status: string): Promise<void> {
  await client.query(
    `update core.tenants set status = $2, status_reason = $3, delete_after = null, version = version + 1, updated_at = now() where id = $1`,
    [task.tenantId, status, task.facts.reason ?? null]
  )
  await client.query('select pg_notify($1, $2)', ['freehold_tenants', task.tenantId])
}
