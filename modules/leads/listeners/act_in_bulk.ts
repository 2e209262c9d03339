import { CarryOutBulkWork } from '#app/bulk_works'
import type { LongListener } from '#kernel/events/listener'
import { BulkActSteps } from '../bulk/bulk_act_steps.ts'

export const actInBulk: LongListener = {
  kind: 'job',
  event: 'leads.bulk_act_requested',
  name: 'leads.act_in_bulk',
  handle: ({ payload }, run) =>
    new CarryOutBulkWork(run, new BulkActSteps()).handle(payload.workId as string),
}
