import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { exportLeads } from './export_leads.ts'

export default [exportLeads, actInBulk] satisfies Listener[]
