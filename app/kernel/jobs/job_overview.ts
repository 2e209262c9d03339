import { allListeners, readListeners } from '#kernel/events/listener_registry'
import { coreSql } from '#kernel/tenancy/sql'
import './host_schedules.ts'
import type { Outcome } from './job_log.ts'
import { allSchedules } from './schedule_registry.ts'

export interface LastRun {
  startedAt: Date
  endedAt: Date | null
  outcome: Outcome | null
  error: string | null
}

export interface JobLine {
  name: string
  module: string | null
  /** A cron expression with its zone, or the event that is heard. */
  starts: string
  last: LastRun | null
}

/** Every job that this build knows, by the clock or by an event, with its last run in any agency. */
export async function jobOverview(): Promise<JobLine[]> {
  await readListeners()
  const last = await lastRuns()
  const scheduled = allSchedules().map(({ job, module }) => ({
    name: job.name,
    module,
    starts: `${job.cron} ${job.perAgency ? "in each agency's zone" : 'UTC'}`,
  }))
  const listening = allListeners().map(({ listener, module }) => ({
    name: listener.name,
    module,
    starts: `on ${listener.event}`,
  }))
  return [...scheduled, ...listening].map((job) => ({ ...job, last: last.get(job.name) ?? null }))
}

async function lastRuns(): Promise<Map<string, LastRun>> {
  const { rows } = await coreSql<LastRun & { job: string }>(
    `select distinct on (job) job, started_at as "startedAt", ended_at as "endedAt", outcome, error
       from job_runs order by job, started_at desc`
  )
  return new Map(rows.map(({ job, ...run }) => [job, run]))
}
