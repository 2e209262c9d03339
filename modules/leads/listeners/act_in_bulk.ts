import { carriesOut } from '#app/bulk_works'
import { BulkActSteps } from '../bulk/bulk_act_steps.ts'

export const actInBulk = carriesOut('leads.bulk_act', 'leads.act_in_bulk', () => new BulkActSteps())
