import { Listing } from '#modules/listings'
import type Lead from '../models/lead.ts'

/** The listing that was made of a lead, as long as it is there; one that was withdrawn made room. */
export async function listingOfLead({ listingId }: Lead): Promise<Listing | null> {
  if (!listingId) return null
  return Listing.query().where('id', listingId).whereNot('status', 'withdrawn').first()
}
