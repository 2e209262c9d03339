/** Front door of bulk works: long work over many rows that a person watches, cancels and continues. */
export { CarryOutBulkWork } from './actions/carry_out_bulk_work.ts'
export {
  beginBulkWork,
  cancelBulkWork,
  requestBulkWork,
  resumeBulkWork,
} from './actions/request_bulk_work.ts'
export { BulkFailure, type BulkSteps } from './bulk_steps.ts'
export { BulkWorkRequested } from './events/bulk_work_requested.ts'
export { carriesOut } from './carries_out.ts'
export { default as BulkWork, type BulkState } from './models/bulk_work.ts'
export { presentProgress } from './present_progress.ts'
export { Walk } from './walk.ts'
