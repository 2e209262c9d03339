import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { exportLeads } from './export_leads.ts'
import { fetchFacebookLead } from './fetch_facebook_lead.ts'

export default [exportLeads, actInBulk, fetchFacebookLead] satisfies Listener[]
