import { done, refused } from '#kernel/result/result'
import type { MediaKind } from '../media_words.ts'
import type Listing from '../models/listing.ts'
import type ListingMedium from '../models/listing_medium.ts'
import { settleMedia } from './settle_media.ts'

interface MediumDraft {
  caption?: string | null
  kind?: MediaKind
  version: number
}

/** Says what a medium shows. A paper stays a paper, and nothing else becomes one. */
export async function describeMedium(listing: Listing, medium: ListingMedium, draft: MediumDraft) {
  const kind = draft.kind ?? medium.kind
  if ((kind === 'pdf') !== (medium.kind === 'pdf')) return refused('not_that_kind')
  medium.merge({
    caption: draft.caption ?? null,
    kind,
    isCover: medium.isCover && kind === 'photo',
  })
  if (!(await medium.saveSeen(draft.version))) return refused('stale')
  await settleMedia(listing)
  return done(medium)
}
