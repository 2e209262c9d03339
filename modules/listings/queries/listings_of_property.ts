import type { Actor } from '#kernel/tenancy/actor'
import Listing from '../models/listing.ts'

const MOST = 10

/** The other listings of the same property within reach, newest first. */
export function othersOfProperty(actor: Actor, { id, propertyId }: Listing): Promise<Listing[]> {
  return Listing.reachableBy(actor, 'listings.view')
    .where('listings.property_id', propertyId)
    .whereNot('listings.id', id)
    .orderBy('listings.id', 'desc')
    .limit(MOST)
}
