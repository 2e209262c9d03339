import type { RenderedStep } from '#kernel/fleet/rendered_migrations'

/** Tables as a module would have them: a dozen columns, two indexes, every second one with a foreign key. */
export function madeUpTables(count: number): Pick<RenderedStep, 'module' | 'step' | 'statements'> {
  const statements = Array.from({ length: count }, (_, number) => [
    `create table made_up_${number} (
       id uuid primary key default uuidv7(), title text not null, status text not null default 'open', note text,
       amount_minor bigint, currency char(3), owner_id uuid, facts jsonb not null default '{}', due_on date,
       ${number % 2 ? `parent_id uuid constraint made_up_${number}_parent_foreign references made_up_${number - 1} (id),` : ''}
       version integer not null default 1, created_at timestamptz not null default now(), updated_at timestamptz not null default now())`,
    `create index made_up_${number}_status_index on made_up_${number} (status, created_at)`,
    `create index made_up_${number}_owner_index on made_up_${number} (owner_id)`,
  ]).flat()
  return { module: 'host', step: 'made_up', statements }
}

/** Opens an agency that has the made-up tables and no others; answers how long that took. */
export async function addMadeUpAgency(
  number: number,
  step: ReturnType<typeof madeUpTables>
): Promise<number> {
  const { asOwner, ownerPool } = await import('#kernel/fleet/owner')
  const { requireInstallation } = await import('#kernel/fleet/installation')
  const { createHome } = await import('#kernel/fleet/provisioning')
  const { stepOf } = await import('#kernel/fleet/rendered_migrations')
  const { applySteps } = await import('#kernel/fleet/tenant_schema')
  const { rows } = await ownerPool().query<{ id: string }>(
    `insert into core.tenants (slug, name, market, currency, time_zone, founder_id, plan_version_id, data_key)
     select 'made-up-' || $1, 'Made up', 'US', 'USD', 'UTC', founder_id, plan_version_id, '' from core.tenants limit 1 returning id`,
    [number]
  )
  const tenantId = rows[0].id
  const rendered = stepOf(step.module, step.step, step.statements)
  const started = performance.now()
  await asOwner(async (client) => {
    const installation = await requireInstallation(client)
    await createHome(client, installation, tenantId)
    await applySteps(client, { tenantId, installation: installation.id }, [rendered])
  })
  return performance.now() - started
}
