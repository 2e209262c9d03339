import { claimVersion } from '#kernel/models/versioned'
import { type Result, done, refused } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import type Listing from '../models/listing.ts'
import { deleteListings } from './delete_listings.ts'

/** The version in which every listing begins. */
const FIRST = 1

/** Takes away what this person has just written down, as long as nobody has worked on it. */
export async function takeBackDraft(listing: Listing): Promise<Result<Listing, 'not_fresh'>> {
  const isOwn = listing.createdBy === currentActor().id && listing.status === 'draft'
  if (!isOwn || !(await claimVersion(listing, FIRST))) return refused('not_fresh')
  await deleteListings([listing.id])
  return done(listing)
}
