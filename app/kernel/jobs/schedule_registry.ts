import { manifests } from '#kernel/modules/module_registry'
import type { ScheduledJob } from './job.ts'

export interface RegisteredSchedule {
  job: ScheduledJob
  /** null for the host's own. */
  module: string | null
}

const hostJobs = new Map<string, ScheduledJob>()

/** The host runs a job by the clock; modules say so in their manifest. */
export function registerSchedule(job: ScheduledJob): void {
  if (scheduleNamed(job.name)) throw new Error(`Two jobs are called "${job.name}"`)
  hostJobs.set(job.name, job)
}

/** Takes a host's job out again; for tests. */
export function forgetSchedule(name: string): void {
  hostJobs.delete(name)
}

export function allSchedules(): RegisteredSchedule[] {
  const host = [...hostJobs.values()].map((job) => ({ job, module: null }))
  const modules = manifests.flatMap(({ name, jobs = [] }) =>
    jobs.map((job) => ({ job, module: name }))
  )
  return [...host, ...modules]
}

export function scheduleNamed(name: string): RegisteredSchedule | undefined {
  return allSchedules().find(({ job }) => job.name === name)
}
