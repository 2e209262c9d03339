import { carriesOut } from '#app/bulk_works'
import { SheetSteps } from '#app/exports'
import contactSheet from '../exports/contact_sheet.ts'

export const exportContacts = carriesOut(
  'contacts.export',
  'contacts.export_contacts',
  (run) => new SheetSteps(run, contactSheet)
)
