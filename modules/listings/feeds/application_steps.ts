import type { BulkSteps, BulkWork } from '#app/bulk_works'
import { unit } from '#kernel/tenancy/tenancy'
import { requestPhotos } from '../actions/request_photos.ts'
import { applyRecords } from './apply_records.ts'
import { chosenRecords } from './feed_memory.ts'
import { assertMaySync } from './feed_order.ts'
import { lockedFeedOf } from './feed_works.ts'
import { RECORDS } from './questions.ts'

/** Takes the changes of a feed that somebody has looked at and chosen. */
export class ApplicationSteps implements BulkSteps {
  async take(work: BulkWork): Promise<number> {
    assertMaySync()
    const feed = await lockedFeedOf(work)
    const chosen = await chosenRecords(work.id, RECORDS)
    await applyRecords(feed, chosen, work)
    return chosen.length
  }

  async finish(work: BulkWork): Promise<void> {
    await requestPhotos()
    unit().audit({
      action: 'listings.feed_applied',
      subjectType: 'listing_feed',
      subjectId: String(work.facts.feedId),
      facts: work.counts,
    })
  }
}
