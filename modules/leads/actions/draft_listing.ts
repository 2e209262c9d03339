import {
  CreateListing,
  type Listing,
  type ListingDraft,
  type PropertyType,
  homeInWords,
  listingSubject,
} from '#modules/listings'
import { noteChange } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import { type Result, done, refused } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/leads_event.ts'
import LeadsUpdated from '../events/leads_updated.ts'
import Lead from '../models/lead.ts'
import { offerOf, wordsOf } from '../offered_home.ts'
import { listingOfLead } from '../queries/listing_of_lead.ts'
import { contactInReachOf, linkContact } from './link_contact.ts'

interface Asked {
  type: PropertyType
  title: string
}

type Refusal = 'not_offering' | 'already_drafted' | 'not_assignable'

/**
 * Makes a listing of what a seller or landlord offers: a draft with all that the lead knows, of
 * which its contact is the owner. The lead is held by this unit, so that however many press at
 * once, one listing is made.
 */
export class DraftListing {
  async handle(lead: Lead, asked: Asked): Promise<Result<Listing, Refusal>> {
    if (!lead.mayBeListed) return refused('not_offering')
    const known = await listingOfLead(lead)
    if (known) return refused('already_drafted', { listing_id: known.id })

    await linkContact(lead)
    const created = await createFor(lead, await draftFrom(lead, asked))
    if (!created.ok) return refused('not_assignable')
    lead.listingId = created.value.id
    await lead.saveSeen(lead.version)
    await noteBoth(lead, created.value)
    tellOf(LeadsUpdated, [lead.id])
    return done(created.value)
  }
}

async function draftFrom(lead: Lead, { type, title }: Asked): Promise<ListingDraft> {
  const market = marketPack(unit().tenant.market)
  const home = await homeInWords(wordsOf(lead))
  const owner = lead.contactId ? await contactInReachOf(lead.contactId) : null
  return { ...offerOf(lead, { ...home, type }, market), title, ownerContactId: owner?.id }
}

/** The assignee becomes the agent; where that cannot be, whoever drafts it. */
async function createFor(lead: Lead, draft: ListingDraft) {
  const me = currentActor().id
  const created = await new CreateListing().handle({ ...draft, ownerId: lead.ownerId ?? me }, [])
  if (created.ok || created.reason !== 'not_assignable') return created
  return new CreateListing().handle({ ...draft, ownerId: me }, [])
}

/** On the listing nobody is named: more people see it than may see the lead. */
async function noteBoth({ id, source }: Lead, { id: listingId, reference, title }: Listing) {
  const made = { field: 'leads.fields.listing', from: null, to: `${reference} ${title}` }
  await noteChange(Lead.subjectType, [id], [made])
  await noteChange(
    listingSubject.type,
    [listingId],
    [{ field: 'leads.fields.drafted_from', from: null, to: source, words: 'leads.sources' }]
  )
}
