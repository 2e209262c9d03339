import { ownershipFor } from '#app/members'
import { Contact } from '#modules/contacts'
import { done, refused } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { ListingDraft } from '../listing_draft.ts'
import type Listing from '../models/listing.ts'
import ListingCategory from '../models/listing_category.ts'
import type Property from '../models/property.ts'

interface Current {
  listing?: Listing
  property: Property
}

/** Whether what was chosen is there to be chosen; answers whose the listing becomes. */
export async function settleFacts(draft: ListingDraft, current?: Current) {
  const giver = { actor: currentActor(), permission: 'listings.assign' }
  const ownership = await ownershipFor(giver, draft, current?.listing)
  if (!ownership.ok) return ownership
  const fault =
    faultOfDates(draft) ??
    (await faultOfOwner(draft, current?.property)) ??
    (await faultOfCategory(draft))
  return fault ? refused(fault) : done(ownership.value)
}

function faultOfDates({ authorityFrom: from, authorityUntil: until }: ListingDraft) {
  return from && until && until < from ? ('authority_order' as const) : null
}

/** A contact that the actor does not see cannot be chosen; one that stands there already stays. */
async function faultOfOwner({ ownerContactId: id }: ListingDraft, current?: Property) {
  if (!id || id === current?.ownerContactId) return null
  const contact = await Contact.reachableBy(currentActor(), 'contacts.view').where('id', id).first()
  return contact ? null : ('unknown_owner' as const)
}

async function faultOfCategory({ categoryId: id }: ListingDraft) {
  return !id || (await ListingCategory.find(id)) ? null : ('unknown_category' as const)
}
