/** Front door of bulk acts: one thing done to many records of a list, at once or in the background. */
export { BulkActSteps } from './bulk_act_steps.ts'
export { drawBulkActRoutes } from './bulk_act_routes.ts'
export type { BulkChoice, BulkDeed, BulkDesk } from './bulk_desk.ts'
export { bulkFields, orderFrom } from './bulk_fields.ts'
export { requestBulkAct } from './request_bulk_act.ts'
