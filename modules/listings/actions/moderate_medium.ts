import { done, refused } from '#kernel/result/result'
import { currentActor } from '#kernel/tenancy/tenancy'
import type Listing from '../models/listing.ts'
import type ListingMedium from '../models/listing_medium.ts'
import { settleMedia } from './settle_media.ts'

/** Lets everybody see a medium whom its listing lets see. */
export async function approveMedium(listing: Listing, medium: ListingMedium) {
  const hasContent = medium.pictures.length > 0 || medium.kind === 'pdf'
  if (!medium.processedAt || !hasContent) return refused('not_ready')
  return decide(listing, medium, { moderation: 'approved', moderationReason: null })
}

/** Keeps a medium from everybody but the agency's own people. */
export async function rejectMedium(listing: Listing, medium: ListingMedium, reason: string | null) {
  if (!medium.processedAt) return refused('not_ready')
  return decide(listing, medium, { moderation: 'rejected', moderationReason: reason })
}

async function decide(
  listing: Listing,
  medium: ListingMedium,
  decision: Pick<ListingMedium, 'moderation' | 'moderationReason'>
) {
  await medium.merge({ ...decision, moderatedBy: currentActor().id }).save()
  await settleMedia(listing)
  return done(medium)
}
