import { randomUUID } from 'node:crypto'
import { daysAfter, today } from '#kernel/markets/time'
import type { Ground, Write } from '#tests/functional/security/writes'
import Lead from '../models/lead.ts'
import { anEnquiry } from './enquiring.ts'

/** Of somebody else each time: the same again would be one lead. */
const enquiry = async ({ agency, records }: Ground) => ({
  ...(await anEnquiry(agency)),
  kind: 'viewing',
  listing: records.listingReference,
  email: `${randomUUID()}@engines.example`,
  phone: '',
  intent: 'rent',
  wishes: [{ day: daysAfter(today((await agency.tenant()).timeZone), 3), part: 'evening' }],
})

const newestLead = async ({ agency }: Ground) => {
  const { id } = await agency.inUnit(async () => Lead.query().orderBy('id', 'desc').firstOrFail())
  return `/app/leads/${id}`
}

/** What people ask of the agency on its public site. */
export const enquiryWrites: Record<string, Write> = {
  'site.enquiries.store': {
    anonymous: true,
    body: enquiry,
    texts: { name: { most: 120 }, message: { most: 300 } },
    seenAt: newestLead,
  },
}
