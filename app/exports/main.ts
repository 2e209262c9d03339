/** Front door of exports: lists of records on their way out of an agency, as a file for other programs. */
export { drawExportRoutes } from './export_routes.ts'
export { CSV_OPTIONS } from './sheets/csv_options.ts'
export { forgetSheets } from './sheets/forget_sheets.ts'
export { requestSheet } from './sheets/request_sheet.ts'
export type { ListQuery, SheetPlan } from './sheets/sheet_plan.ts'
export { SheetSteps } from './sheets/sheet_steps.ts'
