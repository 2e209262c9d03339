import type { TestContext } from '@japa/runner/core'
import { Worker } from '#kernel/jobs/worker'

/** A worker of this process, stopped when the test ends. */
export async function startWorker(cleanup: TestContext['cleanup']): Promise<Worker> {
  const worker = new Worker()
  await worker.start()
  cleanup(() => worker.stop())
  return worker
}
