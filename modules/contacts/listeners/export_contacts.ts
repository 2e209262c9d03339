import { CarryOutBulkWork, SheetSteps } from '#app/bulk_works'
import type { LongListener } from '#kernel/events/listener'
import { contactSheet } from '../exports/contact_sheet.ts'

export const exportContacts: LongListener = {
  kind: 'job',
  event: 'contacts.export_requested',
  name: 'contacts.export_contacts',
  handle: ({ payload }, run) =>
    new CarryOutBulkWork(run, new SheetSteps(run, contactSheet)).handle(payload.workId as string),
}
