import { CarryOutBulkWork } from '#app/bulk_works'
import type { LongListener } from '#kernel/events/listener'
import { ExportSteps } from '../exports/export_steps.ts'

export const exportContacts: LongListener = {
  kind: 'job',
  event: 'contacts.export_requested',
  name: 'contacts.export_contacts',
  handle: ({ payload }, run) =>
    new CarryOutBulkWork(run, new ExportSteps(run)).handle(payload.workId as string),
}
