import { carriesOut } from '#app/bulk_works'
import type { Listener, UnitListener } from '#kernel/events/listener'
import { duplicateSearch } from '../bulk/duplicate_search.ts'
import { keepLikenesses } from '../queries/likenesses.ts'

const searchAll = carriesOut('listings.duplicate_search', 'listings.search_duplicates', () =>
  duplicateSearch.steps()
)

/** What may change whether two are alike; one event carries 500 at most. */
const deeds = [
  ...['created', 'updated', 'restored', 'deleted', 'merged', 'unmerged'],
  ...['activated', 'closed', 'expired', 'withdrawn'],
]

const afterChange = deeds.map((deed): UnitListener => ({
  kind: 'unit',
  event: `listings.${deed}`,
  name: `listings.look_for_duplicates_of_${deed}`,
  handle: ({ payload }) => keepLikenesses(payload.listingIds as string[]),
}))

export const duplicateListeners: Listener[] = [searchAll, ...afterChange]
