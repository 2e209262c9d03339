import { notify } from '#app/notifications'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { ListingStatus } from '../listing_words.ts'
import Listing from '../models/listing.ts'

const verdicts: Partial<Record<ListingStatus, string>> = { active: 'published', draft: 'sent_back' }

/** Whoever handed a listing in hears what became of it. */
export async function tellAgent({ id, ownerId, status }: Listing): Promise<void> {
  const verdict = verdicts[status]
  if (!ownerId || !verdict) return
  await notify([
    {
      to: [ownerId],
      kind: `listings.notifications.${verdict}`,
      facts: { by: currentActor().name },
      path: `/app/listings/${id}`,
      subject: { type: Listing.subjectType, id },
    },
  ])
}
