import { carriesOut } from '#app/bulk_works'
import { SheetSteps } from '#app/exports'
import leadSheet from '../exports/lead_sheet.ts'

export const exportLeads = carriesOut(
  'leads.export',
  'leads.export_leads',
  (run) => new SheetSteps(run, leadSheet)
)
