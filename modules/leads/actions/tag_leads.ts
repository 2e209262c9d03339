import { tagRecords, untagRecords } from '#app/records'
import { tellOf } from '../events/leads_event.ts'
import LeadsUpdated from '../events/leads_updated.ts'
import { renewTagCopies } from './renew_copies.ts'

/** Puts these tags on leads, or takes them off. */
export async function tagLeads(
  ids: string[],
  tags: string[],
  deed: 'tag' | 'untag'
): Promise<void> {
  const change = deed === 'tag' ? tagRecords : untagRecords
  await change('lead', ids, tags)
  await renewTagCopies(ids)
  tellOf(LeadsUpdated, ids)
}
