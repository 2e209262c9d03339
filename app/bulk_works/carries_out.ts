import type { LongListener, LongRun } from '#kernel/events/listener'
import { CarryOutBulkWork } from './actions/carry_out_bulk_work.ts'
import type { BulkSteps } from './bulk_steps.ts'

/** The listener `name` that carries works of this kind out, step by step, once somebody has asked for them. */
export function carriesOut(
  kind: string,
  name: string,
  stepsFor: (run: LongRun) => BulkSteps
): LongListener {
  return {
    kind: 'job',
    event: `${kind}_requested`,
    name,
    handle: ({ payload }, run) =>
      new CarryOutBulkWork(run, stepsFor(run)).handle(payload.workId as string),
  }
}
