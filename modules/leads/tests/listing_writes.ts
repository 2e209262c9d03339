import type { Ground, Write } from '#tests/functional/security/writes'
import { unitSql } from '#kernel/tenancy/sql'
import { DraftListing } from '../actions/draft_listing.ts'
import Lead from '../models/lead.ts'

const ofLead = ({ records }: Ground) => ({ lead_id: records.lead })

/** A lead of which a listing can be made. */
const offering = `update leads set intent = 'sell', status = 'new', lost_reason = null`

/** Listings that are drafted of what leads offer. */
export const listingWrites: Record<string, Write> = {
  'leads.listing.store': {
    params: ofLead,
    given: offering,
    body: () => ({ type: 'house', contactId: '' }),
    formAt: ({ records }) => `/app/leads/${records.lead}/listing/create`,
  },
  'leads.listing.destroy': { params: ofLead, given: givenDraft },
}

async function givenDraft({ agency, records }: Ground): Promise<void> {
  await agency.inUnit(async () => {
    await unitSql(offering)
    const lead = await Lead.findOrFail(records.lead)
    await new DraftListing().handle(lead, { type: 'house', title: 'House on the hill' })
  }, 'principal')
}
