import { setTimeout as pause } from 'node:timers/promises'
import { BEING_DELETED } from './agency_status.ts'
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

export interface MigrationRun {
  /** What every agency should have; by default all that this build ships. */
  steps?: RenderedStep[]
  /** Agencies at a time. */
  parallel?: number
  /** Milliseconds to wait for a lock that somebody's work holds, before letting that go on. */
  lockTimeout?: number
  onProgress?: (done: number, total: number) => void
  onRetry?: (slug: string) => void
}

const MOST_ATTEMPTS = 5
const LOCK_NOT_AVAILABLE = '55P03'

/** What is missing in which agency: one query, whatever the number of agencies. */
export async function pendingMigrations(wanted?: RenderedStep[]): Promise<Pending[]> {
  const steps = wanted ?? (await renderedMigrations())
  const { rows } = await ownerPool().query<{
    tenant_id: string
    slug: string
    positions: number[]
  }>(
    `select t.id as tenant_id, t.slug, array_agg(e.position::int order by e.position) as positions
       from core.tenants t
       cross join unnest($1::text[], $2::text[]) with ordinality as e(module, step, position)
      where t.status <> 'provisioning' and t.status_reason is distinct from $4
        and (e.module = $3 or exists (select from core.module_switches s
              where s.tenant_id = t.id and s.module = e.module and s.state in ('on', 'off')))
        and not exists (select from core.tenant_migrations m
              where m.tenant_id = t.id and m.module = e.module and m.step = e.step and m.status = 'done')
      group by t.id, t.slug order by t.slug`,
    [steps.map((step) => step.module), steps.map((step) => step.step), HOST, BEING_DELETED]
  )
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    slug: row.slug,
    steps: row.positions.map((position) => steps[position - 1]),
  }))
}

/**
 * Brings every agency to what this build expects: several agencies at a time, each step in a
 * transaction of its own. An agency that fails is reported and skipped; running again resumes.
 */
export async function migrateFleet(run: MigrationRun = {}): Promise<FleetReport> {
  const started = Date.now()
  const waiting = await pendingMigrations(run.steps)
  const report: FleetReport = { agencies: waiting.length, done: 0, failed: [], ms: 0 }
  const queue = [...waiting]
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const error = await migrateAgency(next, run)
      if (error === null) report.done++
      else report.failed.push({ slug: next.slug, error })
      run.onProgress?.(report.done + report.failed.length, waiting.length)
    }
  }
  await Promise.all(Array.from({ length: run.parallel ?? 4 }, lane))
  return { ...report, ms: Date.now() - started }
}

/** null when it went well. A later step may need an earlier one, so the first failure ends it. */
async function migrateAgency(pending: Pending, run: MigrationRun): Promise<string | null> {
  for (const step of pending.steps) {
    const error = await migrateStep(pending, step, run)
    if (error === null) continue
    await recordFailure(pending, step, error)
    return `${step.module}/${step.step}: ${error}`
  }
  return null
}

async function migrateStep(
  { tenantId, slug }: Pending,
  step: RenderedStep,
  run: MigrationRun
): Promise<string | null> {
  for (let attempt = 1; ; attempt++) {
    const failure = await failureOf(applyUnlessDone(tenantId, step, run.lockTimeout ?? 3_000))
    if (!failure) return null
    if (failure.code !== LOCK_NOT_AVAILABLE || attempt === MOST_ATTEMPTS) return failure.message
    run.onRetry?.(slug)
    await pause(100 * attempt)
  }
}

async function failureOf(work: Promise<void>): Promise<(Error & { code?: string }) | null> {
  return work.then(
    () => null,
    (error) => error
  )
}

/**
 * A lock is not waited for longer than `lockTimeout`: everybody who comes after would wait, too.
 * Somebody else's run may have been here meanwhile, and the agency may be gone.
 */
async function applyUnlessDone(
  tenantId: string,
  step: RenderedStep,
  lockTimeout: number
): Promise<void> {
  await asOwner(async (client) => {
    await client.query(`select set_config('lock_timeout', $1, true)`, [String(lockTimeout)])
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [tenantId])
    const { rowCount } = await client.query(
      `select from core.tenants t where t.id = $1 and not exists (select from core.tenant_migrations m
        where m.tenant_id = t.id and m.module = $2 and m.step = $3 and m.status = 'done')`,
      [tenantId, step.module, step.step]
    )
    const installation = await requireInstallation(client)
    if (rowCount) await applySteps(client, { tenantId, installation: installation.id }, [step])
  })
}

async function recordFailure(
  { tenantId }: Pending,
  { module, step, checksum }: RenderedStep,
  error: string
): Promise<void> {
  await ownerPool().query(
    `insert into core.tenant_migrations as known (tenant_id, module, step, checksum, status, error)
     select id, $2, $3, $4, 'failed', $5 from core.tenants where id = $1
     on conflict (tenant_id, module, step) do update
       set status = 'failed', attempt = known.attempt + 1, error = excluded.error, updated_at = excluded.updated_at
       where known.status <> 'done'`,
    [tenantId, module, step, checksum, error]
  )
}
