import { BulkFailure, BulkWork, cancelBulkWork, requestBulkWork } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import { isUuid } from '#kernel/tenancy/names'
import { type Result, done, refused } from '#kernel/result/result'
import ListingFeed from '../models/listing_feed.ts'

/** What is done for a feed: asking whether it works, hearing what is new, taking what was chosen. */
export type FeedDeed = 'trial' | 'sync' | 'application'

export interface FeedFacts {
  feedId: string
  /** Rows that this work has written, so that each gets a line of its own. */
  lines?: number
  /** Whether it is compared which listings the server still has. */
  comparesKeys?: boolean
}

const kindOf = (deed: FeedDeed) => `listings.feed_${deed}`

/** Hands work for a feed to the workers, unless the same is under way. */
export async function requestFeedWork(
  feed: ListingFeed,
  deed: FeedDeed,
  facts: Partial<FeedFacts> = {}
): Promise<Result<BulkWork, 'under_way'>> {
  await ListingFeed.locked(feed.id)
  const latest = await worksOf(feed, [deed]).first()
  if (latest?.isUnderWay && !latest.isStuck) return refused('under_way')
  if (latest?.isUnderWay) await cancelBulkWork(latest)
  const actor = currentActor()
  const work = await BulkWork.create({
    kind: kindOf(deed),
    state: 'draft',
    ownerId: actor.kind === 'system' ? null : actor.id,
    facts: { feedId: feed.id, ...facts },
    rowsDone: 0,
    counts: {},
  })
  await requestBulkWork(work)
  return done(work)
}

/** The works of a feed, newest first. */
export function worksOf({ id }: ListingFeed, deeds: FeedDeed[]) {
  return BulkWork.query()
    .whereIn('kind', deeds.map(kindOf))
    .whereRaw(`facts->>'feedId' = ?`, [id])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
}

/** The last run that brought or changed a listing and still stands. */
export function lastApplied(feed: ListingFeed): Promise<BulkWork | null> {
  return worksOf(feed, ['sync', 'application'])
    .whereNot('state', 'undone')
    .whereRaw(
      `exists (select from listing_import_rows as row where row.import_id = bulk_works.id
         and row.deed in ('created', 'updated') and row.listing_id is not null)`
    )
    .first()
}

export function feedIdOf(work: BulkWork): string {
  const { feedId } = work.facts as unknown as FeedFacts
  return isUuid(feedId) ? feedId : ''
}

/** The feed of a work, held until the unit ends. */
export async function lockedFeedOf(work: BulkWork): Promise<ListingFeed> {
  const feed = await ListingFeed.locked(feedIdOf(work))
  if (!feed) throw new BulkFailure('listings.feeds.failed.gone')
  return feed
}
