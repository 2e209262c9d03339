import { refused } from '#kernel/result/result'
import type { ListingStatus } from '../listing_words.ts'
import Listing from '../models/listing.ts'
import { type Move, moveListing } from './move_listing.ts'

/** A step that has its own name only where it begins: approving is no resuming, though both go on the market. */
export async function stepFrom(starts: ListingStatus, listing: Listing, move: Move) {
  if (listing.status === starts) return moveListing(listing, move)
  return refused('illegal_step', { allowed: [...Listing.steps[listing.status]] })
}
