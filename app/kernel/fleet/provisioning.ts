import pg from 'pg'
import { tenantRole, tenantsGroup, schemaName } from '#kernel/tenancy/names'
import { type Installation, requireInstallation } from './installation.ts'
import { type FleetTask, registerFleetWork } from './fleet_worker.ts'
import { stepsFor } from './rendered_migrations.ts'
import { applySteps } from './tenant_schema.ts'

type Furnish = (client: pg.ClientBase, task: FleetTask) => Promise<void>

const furnishers: Furnish[] = []

/** A host feature adds an agency's first rows here; the path is already the agency's own. */
export function furnishNewAgency(step: Furnish): void {
  furnishers.push(step)
}

/**
 * Role, schema, tables, rights, first rows and switches of a new agency: all in the task's
 * transaction, so that a worker killed half-way leaves nothing.
 */
registerFleetWork('provision', {
  async handle(client, task) {
    const tenantId = task.tenantId as string
    const modules = task.facts.modules as string[]
    const installation = await requireInstallation(client)
    await createHome(client, installation, tenantId)
    await applySteps(client, { tenantId, installation: installation.id }, await stepsFor(modules))
    await furnish(client, task)
    await openAgency(client, tenantId, modules)
  },

  /** The name is free again; an identity without an agency may simply try once more. */
  async gaveUp(client, task) {
    await client.query(`delete from core.tenants where id = $1 and status = 'provisioning'`, [
      task.tenantId,
    ])
  },
})

export async function createHome(
  client: pg.ClientBase,
  installation: Installation,
  tenantId: string
): Promise<void> {
  const role = pg.escapeIdentifier(tenantRole(installation.id, tenantId))
  const schema = pg.escapeIdentifier(schemaName(tenantId))
  const group = pg.escapeIdentifier(tenantsGroup(installation.id))
  const app = pg.escapeIdentifier(installation.appRole)
  await client.query(
    `create role ${role} login in role ${group};
     grant ${role} to ${app} with inherit false, set true;
     create schema ${schema};
     grant usage on schema ${schema} to ${role}`
  )
}

async function furnish(client: pg.ClientBase, task: FleetTask): Promise<void> {
  const schema = pg.escapeIdentifier(schemaName(task.tenantId as string))
  await client.query(`set local search_path to ${schema}, ext`)
  for (const step of furnishers) await step(client, task)
  await client.query('set local search_path to core')
}

async function openAgency(
  client: pg.ClientBase,
  tenantId: string,
  modules: string[]
): Promise<void> {
  await client.query(
    `insert into core.module_switches (tenant_id, module, state) select $1, module, 'on' from unnest($2::text[]) as module`,
    [tenantId, modules]
  )
  await client.query(
    `update core.tenants set status = 'active', updated_at = now() where id = $1`,
    [tenantId]
  )
  await client.query('select pg_notify($1, $2)', ['freehold_tenants', tenantId])
}
