import { DateTime } from 'luxon'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { type Enquiry, type EnquiryDetail, intentOf } from '../enquiry.ts'
import type { LeadDraft } from '../lead_draft.ts'
import LeadInterest from '../models/lead_interest.ts'
import { CreateLead } from './create_lead.ts'

const SAME_WITHIN = '10 minutes'

/** Makes a lead of what somebody asked for on the site; the same again within minutes is one. */
export class TakeEnquiry {
  async handle(enquiry: Enquiry): Promise<void> {
    await oneAfterTheOther(enquiry)
    if (await isKnown(enquiry)) return
    const created = await new CreateLead().handle(draftOf(enquiry))
    if (created.ok && enquiry.listing) await noteInterest(created.value.id, enquiry)
  }
}

/** Two clicks at once wait for each other, so that the second finds what the first wrote. */
async function oneAfterTheOther({ phone, email }: Enquiry): Promise<void> {
  const key = ['enquiry', unit().tenant.id, phone ?? email].join(' ')
  await unitSql('select pg_advisory_xact_lock(hashtextextended(?, 0))', [key])
}

async function isKnown({ phone, email, kind, listing }: Enquiry): Promise<boolean> {
  const { rows } = await unitSql(
    `select from leads
      where source = 'website' and created_at > now() - ?::interval and deleted_at is null
        and (phone = ? or email = ?)
        and source_detail #>> '{enquiry,kind}' = ?
        and source_detail #>> '{enquiry,listing}' is not distinct from ?
      limit 1`,
    [SAME_WITHIN, phone, email, kind, listing?.reference ?? null]
  )
  return rows.length > 0
}

function draftOf(enquiry: Enquiry): LeadDraft {
  const { name, phone, email, message, listing, arrival } = enquiry
  const locality = listing?.property.locality
  return {
    ...{ name, phone, email, message },
    source: 'website',
    sourceDetail: { ...arrival, enquiry: detailOf(enquiry) },
    intent: intentOf(enquiry),
    localities: locality ? [locality] : [],
    currency: listing?.currency ?? null,
  }
}

function detailOf({ kind, listing, wishes }: Enquiry): EnquiryDetail {
  return {
    kind,
    ...(listing ? { listing: listing.reference } : {}),
    ...(wishes.length > 0 ? { wishes } : {}),
    agreedAt: DateTime.utc().toISO(),
  }
}

async function noteInterest(leadId: string, { listing }: Enquiry): Promise<void> {
  if (!listing) return
  const unitInWords = `${listing.reference} ${listing.title}`.slice(0, 200)
  await LeadInterest.create({ leadId, listingId: listing.id, unit: unitInWords })
}
