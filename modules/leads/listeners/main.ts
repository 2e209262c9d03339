import type { Listener } from '#kernel/events/listener'
import { actInBulk } from './act_in_bulk.ts'
import { contactListeners } from './follow_contacts.ts'
import { listingListeners } from './follow_listings.ts'
import { pairListeners } from './keep_pairs.ts'
import { flagListeners } from './renew_flags.ts'
import { exportLeads } from './export_leads.ts'

export default [
  exportLeads,
  actInBulk,
  ...pairListeners,
  ...flagListeners,
  ...contactListeners,
  ...listingListeners,
] satisfies Listener[]
