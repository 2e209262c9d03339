import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { contactListeners } from './follow_contacts.ts'
import { listingListeners } from './follow_listings.ts'
import { importListeners } from './import_leads.ts'
import { pairListeners } from './keep_pairs.ts'
import { flagListeners } from './renew_flags.ts'
import { lookupListeners } from './look_up_leads.ts'
import { tellingListeners } from './tell_members.ts'
import { exportLeads } from './export_leads.ts'
import { fetchFacebookLead } from './fetch_facebook_lead.ts'

export default [
  exportLeads,
  actInBulk,
  fetchFacebookLead,
  ...importListeners,
  ...pairListeners,
  ...flagListeners,
  ...lookupListeners,
  ...contactListeners,
  ...tellingListeners,
  ...listingListeners,
] satisfies Listener[]
