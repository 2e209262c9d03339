import { type Listing, takeBackDraft } from '#modules/listings'
import { noteChange } from '#app/records'
import { tellOf } from '../events/leads_event.ts'
import LeadsUpdated from '../events/leads_updated.ts'
import Lead from '../models/lead.ts'

/** Takes back a listing that was just drafted. The contact stays: it is known now. */
export async function takeBackListing(lead: Lead, listing: Listing) {
  const result = await takeBackDraft(listing)
  if (!result.ok) return result
  lead.listingId = null
  await lead.saveSeen(lead.version)
  const change = { field: 'leads.fields.listing', from: listing.title, to: null }
  await noteChange(Lead.subjectType, [lead.id], [change])
  tellOf(LeadsUpdated, [lead.id])
  return result
}
