import { carriesOut } from '#app/bulk_works'
import { BulkActSteps } from '../bulk/bulk_act_steps.ts'

export const actInBulk = carriesOut(
  'listings.bulk_act',
  'listings.act_in_bulk',
  () => new BulkActSteps()
)
