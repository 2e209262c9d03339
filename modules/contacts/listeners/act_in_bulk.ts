import { BulkActSteps } from '#app/bulk_acts'
import { carriesOut } from '#app/bulk_works'
import bulkDesk from '../bulk/bulk_desk.ts'

export const actInBulk = carriesOut(
  'contacts.bulk_act',
  'contacts.act_in_bulk',
  () => new BulkActSteps(bulkDesk)
)
