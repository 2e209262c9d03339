import type { Job, JobInsert, PgBoss } from 'pg-boss'
import { coreSql, unitSql } from '#kernel/tenancy/sql'
import { tenancy } from '#kernel/tenancy/tenancy'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { jobId } from './job_queue.ts'
import { type Outcome, logRun } from './job_log.ts'
import { openAgency } from './open_agency.ts'
import { queues } from './queues.ts'
import { type RegisteredSchedule, scheduleNamed } from './schedule_registry.ts'
import type { Moment } from './scheduler.ts'

/** One agency's share of a moment. */
export interface AgencyShare {
  job: string
  tenantId: string
}

/**
 * A moment has come: runs the installation's job, or gives each agency of the zone its share.
 * Shares have ids made of the moment and the agency: doing this twice enqueues them once.
 */
export async function fire(boss: PgBoss, moment: Job<Moment>): Promise<void> {
  const registered = scheduleNamed(moment.data.job)
  if (!registered) return
  if (registered.job.perAgency) return share(boss, moment, registered)
  const facts = { job: registered.job.name, tenantId: null, attempt: moment.retryCount + 1 }
  await logRun(facts, async () => {
    await runJob(registered)
    return 'done'
  })
}

/** Runs a job for one agency, in a unit; the mark that it ran commits with it. */
export function runShare({ id, data, retryCount }: Job<AgencyShare>): Promise<Outcome> {
  const facts = { job: data.job, tenantId: data.tenantId, attempt: retryCount + 1 }
  return logRun(facts, async () => {
    const registered = scheduleNamed(data.job)
    tenantDirectory.forget(data.tenantId)
    const tenant = await openAgency(data.tenantId, registered?.module ?? null)
    if (!registered || !tenant) return 'skipped'
    await tenancy.run(tenant, async () => {
      const { rowCount } = await unitSql(
        'insert into heard_events (event_id, listener) values (?, ?) on conflict do nothing',
        [id, data.job]
      )
      if (rowCount > 0) await runJob(registered)
    })
    return 'done'
  })
}

async function share(boss: PgBoss, moment: Job<Moment>, { job, module }: RegisteredSchedule) {
  const { rows } = await coreSql<{ id: string }>(
    `select id from tenants t where status in ('active', 'restricted') and time_zone = ?
        and (?::text is null or exists (select from module_switches where tenant_id = t.id and module = ? and state = 'on'))`,
    [moment.data.zone, module, module]
  )
  const shares = rows.map(({ id }): JobInsert<AgencyShare> => ({
    id: jobId(moment.id, id),
    data: { job: job.name, tenantId: id },
    group: { id },
  }))
  if (shares.length > 0) await boss.insert(queues.agencyJobs.name, shares)
}

async function runJob({ job }: RegisteredSchedule): Promise<void> {
  const { default: Task } = await job.run()
  await new Task().handle()
}
