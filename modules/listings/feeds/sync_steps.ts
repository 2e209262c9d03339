import { DateTime } from 'luxon'
import type { BulkSteps, BulkWork } from '#app/bulk_works'
import { BulkFailure } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import { unit } from '#kernel/tenancy/tenancy'
import { requestPhotos } from '../actions/request_photos.ts'
import ListingFeed from '../models/listing_feed.ts'
import { applyRecords } from './apply_records.ts'
import { accessTo } from './feed_access.ts'
import { FeedDoor } from './feed_door.ts'
import { FeedFault } from './feed_fault.ts'
import { type Remembered, remember } from './feed_memory.ts'
import { assertMaySync } from './feed_order.ts'
import { type FeedFacts, feedIdOf, lockedFeedOf } from './feed_works.ts'
import { isDoubtful, markSeen, returnedKeys, takeMissing } from './missing_records.ts'
import { type Pager, changesPager } from './changes_pager.ts'
import { keysPager } from './keys_pager.ts'
import { RECORDS } from './questions.ts'
import type { ResoRecord } from './reso_record.ts'
import { returnedPager } from './returned_pager.ts'

type Phase = 'changes' | 'keys' | 'returned' | 'missing' | 'over'

/**
 * Hears from a feed what has changed, then which listings it still has, or has again. The watermark moves with the
 * unit that took a page, so that whoever is stopped in the middle goes on where that page ended.
 */
export class SyncSteps implements BulkSteps {
  #phase: Phase = 'changes'
  #changes!: Pager<ResoRecord>
  #keys!: Pager<string>
  #returned!: Pager<ResoRecord>
  #feedId = ''

  constructor(private readonly run: LongRun) {}

  async open(work: BulkWork): Promise<void> {
    this.#feedId = feedIdOf(work)
    const { access, watermark } = await this.run.inUnit(async () => {
      const feed = await lockedFeedOf(work)
      return { access: accessTo(feed), watermark: feed.watermark }
    })
    const door = new FeedDoor(access, { signal: this.run.signal })
    this.#changes = changesPager(door, access, watermark)
    this.#keys = keysPager(door, access)
    this.#returned = returnedPager(door, access, (after) =>
      this.run.inUnit(() => returnedKeys(this.#feedId, work.id, after))
    )
  }

  async prepare(): Promise<void> {
    try {
      if (this.#phase === 'changes') await this.#changes.turn()
      if (this.#phase === 'keys') await this.#keys.turn()
      if (this.#phase === 'returned') await this.#returned.turn()
    } catch (error) {
      if (!(error instanceof FeedFault)) throw error
      await this.run.inUnit(() => this.#spare(error))
      throw new BulkFailure(error.key, error.params)
    }
  }

  /** A server that says when it may be asked again is left alone until then. */
  async #spare({ params: { seconds } }: FeedFault): Promise<void> {
    const feed = seconds ? await ListingFeed.locked(this.#feedId) : null
    await feed?.merge({ notBefore: DateTime.utc().plus({ seconds: Number(seconds) }) }).save()
  }

  async take(work: BulkWork): Promise<number> {
    assertMaySync()
    const feed = await lockedFeedOf(work)
    if (this.#phase === 'changes') return this.#takeChanges(feed, work)
    if (this.#phase === 'keys') return this.#takeKeys(feed, work)
    if (this.#phase === 'returned') return this.#takeReturned(feed, work)
    return this.#phase === 'missing' ? this.#takeMissing(feed, work) : 0
  }

  async #takeChanges(feed: ListingFeed, work: BulkWork): Promise<number> {
    const { rows, watermark, from, isLast } = this.#changes
    if (feed.watermark !== from) throw new BulkFailure('listings.feeds.failed.overtaken')
    await keepHeard(feed, rows, work)
    await feed.merge({ watermark }).save()
    if (isLast) this.#phase = (work.facts as unknown as FeedFacts).comparesKeys ? 'keys' : 'over'
    return this.#phase === 'over' ? rows.length : Math.max(1, rows.length)
  }

  async #takeKeys(feed: ListingFeed, work: BulkWork): Promise<number> {
    const { rows, isLast } = this.#keys
    await markSeen(feed, rows, work.id)
    if (isLast) this.#phase = 'returned'
    return Math.max(1, rows.length)
  }

  async #takeReturned(feed: ListingFeed, work: BulkWork): Promise<number> {
    const { rows, isLast } = this.#returned
    await keepHeard(feed, rows, work)
    if (isLast) this.#phase = 'missing'
    return Math.max(1, rows.length)
  }

  async #takeMissing(feed: ListingFeed, work: BulkWork): Promise<number> {
    const { doubtful } = work.facts
    const mustBeLookedAt = doubtful ?? (await isDoubtful(feed, work.id))
    work.facts = { ...work.facts, doubtful: mustBeLookedAt }
    const missing = await takeMissing(feed, work.id, RECORDS)
    const isTaken = feed.applies === 'itself' && mustBeLookedAt !== true
    await keep(missing, work, isTaken ? feed : null)
    await feed.merge({ keysComparedAt: DateTime.utc() }).save()
    return missing.length
  }

  async finish(work: BulkWork): Promise<void> {
    const feed = await lockedFeedOf(work)
    await feed.merge({ syncedAt: DateTime.utc(), notBefore: null }).save()
    await requestPhotos()
    if (Object.keys(work.counts).length === 0) return
    unit().audit({
      action: 'listings.feed_synced',
      subjectType: 'listing_feed',
      subjectId: feed.id,
      facts: work.counts,
    })
  }
}

async function keepHeard(feed: ListingFeed, records: ResoRecord[], work: BulkWork) {
  await keep(await remember(feed, records), work, feed.applies === 'itself' ? feed : null)
}

/** Takes records into the stock in the name of their feed; without it, they wait for somebody to look at them. */
async function keep(fresh: Remembered[], work: BulkWork, taker: ListingFeed | null) {
  if (taker) return applyRecords(taker, fresh, work)
  if (fresh.length > 0) work.count('waiting', fresh.length)
}
