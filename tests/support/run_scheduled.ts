import { scheduleNamed } from '#kernel/jobs/schedule_registry'
import type { TestAgency } from './agency.ts'

/** What happens when a job's moment comes in this agency. */
export async function runScheduled(name: string, agency: TestAgency): Promise<void> {
  const registered = scheduleNamed(name)
  if (!registered) throw new Error(`No job is called "${name}"`)
  const { default: Task } = await registered.job.run()
  await agency.inUnit(() => new Task().handle())
}
