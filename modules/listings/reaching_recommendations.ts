import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import { Contact, ContactRequirement } from '#modules/contacts'
import ListingPolicy from './policies/listing_policy.ts'
import type Listing from './models/listing.ts'
import { listingInReach } from './reaching.ts'

export interface Wanted {
  contact: Contact
  requirement: ContactRequirement
}

/** What the contact that the address names looks for, for one who sees both them and listings. */
export async function wantedInReach({ params, staff, bouncer }: HttpContext): Promise<Wanted> {
  const { contact_id: contactId, requirement_id: id } = params
  if (!isUuid(contactId) || !isUuid(id)) throw new NotHere()
  const contact = await Contact.reachableBy(staff.actor, 'contacts.view')
    .where('id', contactId)
    .first()
  const requirement = contact && (await ContactRequirement.query().where({ id, contactId }).first())
  if (!requirement) throw new NotHere()
  await bouncer.with(ListingPolicy).authorize('viewAny')
  return { contact, requirement }
}

/** The same with a listing, for one who works with the contact. */
export async function recommendationInReach(
  ctx: HttpContext
): Promise<Wanted & { listing: Listing }> {
  const wanted = await wantedInReach(ctx)
  const listing = await listingInReach(ctx)
  if (!ctx.staff.actor.reaches('contacts.update', wanted.contact))
    throw new Forbidden('contacts.update')
  return { ...wanted, listing }
}
