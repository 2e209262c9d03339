import { CarryOutBulkWork, SheetSteps } from '#app/bulk_works'
import type { LongListener } from '#kernel/events/listener'
import { leadSheet } from '../exports/lead_sheet.ts'

export const exportLeads: LongListener = {
  kind: 'job',
  event: 'leads.export_requested',
  name: 'leads.export_leads',
  handle: ({ payload }, run) =>
    new CarryOutBulkWork(run, new SheetSteps(run, leadSheet)).handle(payload.workId as string),
}
