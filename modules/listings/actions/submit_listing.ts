import type { Actor } from '#kernel/tenancy/actor'
import { refused } from '#kernel/result/result'
import type Listing from '../models/listing.ts'
import { moveListing } from './move_listing.ts'

/** Hands a draft in for review. Who may publish needs nobody else's look: it is on the market at once. */
export async function submitListing(listing: Listing, actor: Actor, seenVersion: number) {
  if (listing.priceMinor === null) return refused('price_missing', { until: '' })
  const submitted = await moveListing(listing, { to: 'pending_review', seenVersion })
  if (!submitted.ok || !actor.reaches('listings.publish', listing)) return submitted
  return moveListing(listing, { to: 'active', seenVersion: seenVersion + 1 })
}
