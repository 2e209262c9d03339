import { asOwner, ownerPool } from './owner.ts'
import { HOST, renderedMigrations, type RenderedStep } from './rendered_migrations.ts'
import { requireInstallation } from './installation.ts'
import { applySteps } from './tenant_schema.ts'

export interface Pending {
  tenantId: string
  slug: string
  steps: RenderedStep[]
}

export interface FleetReport {
  agencies: number
  done: number
  failed: { slug: string; error: string }[]
  ms: number
}

/** What is missing in which agency: one query, whatever the number of agencies. */
export async function pendingMigrations(): Promise<Pending[]> {
  const steps = await renderedMigrations()
  const { rows } = await ownerPool().query<{
    tenant_id: string
    slug: string
    positions: number[]
  }>(
    `select t.id as tenant_id, t.slug, array_agg(e.position::int order by e.position) as positions
       from core.tenants t
       cross join unnest($1::text[], $2::text[]) with ordinality as e(module, step, position)
      where t.status <> 'provisioning'
        and (e.module = $3 or exists (select from core.module_switches s
              where s.tenant_id = t.id and s.module = e.module and s.state in ('on', 'off')))
        and not exists (select from core.tenant_migrations m
              where m.tenant_id = t.id and m.module = e.module and m.step = e.step and m.status = 'done')
      group by t.id, t.slug order by t.slug`,
    [steps.map((step) => step.module), steps.map((step) => step.step), HOST]
  )
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    slug: row.slug,
    steps: row.positions.map((position) => steps[position - 1]),
  }))
}

/**
 * Brings every agency to what this build expects: several at a time, each in its own
 * transaction. An agency that fails is reported and skipped; running again resumes.
 */
export async function migrateFleet(
  onProgress: (done: number, total: number) => void = () => {},
  parallel = 4
): Promise<FleetReport> {
  const started = Date.now()
  const waiting = await pendingMigrations()
  const report: FleetReport = { agencies: waiting.length, done: 0, failed: [], ms: 0 }
  const queue = [...waiting]
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const error = await migrateOne(next)
      if (error === null) report.done++
      else report.failed.push({ slug: next.slug, error })
      onProgress(report.done + report.failed.length, waiting.length)
    }
  }
  await Promise.all(Array.from({ length: parallel }, lane))
  return { ...report, ms: Date.now() - started }
}

/** null when it went well, else the error's words. A lock that is not to be had is tried thrice. */
async function migrateOne(pending: Pending, attempt = 1): Promise<string | null> {
  try {
    await asOwner(async (client) => {
      await client.query(`set local lock_timeout = '3s'`)
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        pending.tenantId,
      ])
      const installation = await requireInstallation(client)
      await applySteps(
        client,
        { tenantId: pending.tenantId, installation: installation.id },
        pending.steps
      )
    })
    return null
  } catch (error) {
    const lockNotAvailable = (error as { code?: string }).code === '55P03'
    if (lockNotAvailable && attempt < 3) return migrateOne(pending, attempt + 1)
    await recordFailure(pending, (error as Error).message)
    return (error as Error).message
  }
}

async function recordFailure(pending: Pending, error: string): Promise<void> {
  const step = pending.steps[0]
  await ownerPool().query(
    `insert into core.tenant_migrations (tenant_id, module, step, checksum, status, error) values ($1, $2, $3, $4, 'failed', $5)
     on conflict (tenant_id, module, step) do update
       set status = 'failed', attempt = tenant_migrations.attempt + 1, error = excluded.error, updated_at = now()`,
    [pending.tenantId, step.module, step.step, step.checksum, error]
  )
}
