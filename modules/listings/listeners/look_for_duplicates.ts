import { CarryOutBulkWork } from '#app/bulk_works'
import type { Listener, LongListener, UnitListener } from '#kernel/events/listener'
import { DuplicateSearchSteps } from '../bulk/duplicate_search_steps.ts'
import { keepLikenesses } from '../queries/likenesses.ts'

const searchAll: LongListener = {
  kind: 'job',
  event: 'listings.duplicate_search_requested',
  name: 'listings.search_duplicates',
  handle: ({ payload }, run) =>
    new CarryOutBulkWork(run, new DuplicateSearchSteps()).handle(payload.workId as string),
}

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
