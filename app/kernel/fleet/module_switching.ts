import type pg from 'pg'
import { dependantsOf, withRequirements } from '#kernel/modules/module_registry'
import { requireInstallation } from './installation.ts'
import { type FleetTask, registerFleetWork } from './fleet_worker.ts'
import { renderedMigrations, tablesOf } from './rendered_migrations.ts'
import { applySteps, setWriteRights, type TenantPlace } from './tenant_schema.ts'

/**
 * Switches modules on or off for one agency: tables on first use, write rights with the switch.
 * Switching off keeps every row. A module whose migration fails is `failed` for this agency alone.
 */
registerFleetWork('switch_on', {
  async handle(client, task) {
    const place = await placeOf(client, task)
    for (const module of withRequirements(task.facts.module as string))
      await switchOn(client, place, module)
    await announce(client, place)
  },
  async gaveUp(client, task) {
    await client.query(
      `update core.module_switches set state = 'failed', updated_at = now() where tenant_id = $1 and module = $2`,
      [task.tenantId, task.facts.module]
    )
    await client.query('select pg_notify($1, $2)', ['freehold_tenants', task.tenantId])
  },
})

registerFleetWork('switch_off', {
  async handle(client, task) {
    const place = await placeOf(client, task)
    const module = task.facts.module as string
    const dependants = dependantsOf(module, await modulesOn(client, place.tenantId))
    if (dependants.length > 0) return { refused: 'dependants_on', dependants }
    await setWriteRights(client, place, { tables: await tablesOf(module), may: false })
    await setState(client, place.tenantId, { module, state: 'off' })
    await announce(client, place)
  },
})

async function placeOf(client: pg.ClientBase, task: FleetTask): Promise<TenantPlace> {
  const installation = await requireInstallation(client)
  return { tenantId: task.tenantId as string, installation: installation.id }
}

async function switchOn(client: pg.ClientBase, place: TenantPlace, module: string): Promise<void> {
  const { rows } = await client.query<{ step: string }>(
    `select step from core.tenant_migrations where tenant_id = $1 and module = $2 and status = 'done'`,
    [place.tenantId, module]
  )
  const done = new Set(rows.map((row) => row.step))
  const steps = (await renderedMigrations()).filter((step) => step.module === module)
  await applySteps(
    client,
    place,
    steps.filter((step) => !done.has(step.step))
  )
  await setWriteRights(client, place, { tables: steps.flatMap((step) => step.tables), may: true })
  await setState(client, place.tenantId, { module, state: 'on' })
}

async function modulesOn(client: pg.ClientBase, tenantId: string): Promise<Set<string>> {
  const { rows } = await client.query<{ module: string }>(
    `select module from core.module_switches where tenant_id = $1 and state = 'on'`,
    [tenantId]
  )
  return new Set(rows.map((row) => row.module))
}

async function setState(
  client: pg.ClientBase,
  tenantId: string,
  { module, state }: { module: string; state: string }
) {
  await client.query(
    `insert into core.module_switches (tenant_id, module, state) values ($1, $2, $3)
     on conflict (tenant_id, module) do update set state = excluded.state, error = null, updated_at = now()`,
    [tenantId, module, state]
  )
}

async function announce(client: pg.ClientBase, place: TenantPlace): Promise<void> {
  await client.query('select pg_notify($1, $2)', ['freehold_tenants', place.tenantId])
}
