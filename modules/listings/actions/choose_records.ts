import type { BulkWork } from '#app/bulk_works'
import { type Result, done, refused } from '#kernel/result/result'
import { unitSql } from '#kernel/tenancy/sql'
import { requestFeedWork } from '../feeds/feed_works.ts'
import type ListingFeed from '../models/listing_feed.ts'

interface Choice {
  ids?: string[] | null
  all?: boolean | null
}

/** Has the workers take the changes of a feed that somebody chose, as they stand now. */
export async function applyChosen(
  feed: ListingFeed,
  choice: Choice
): Promise<Result<BulkWork, 'under_way' | 'nothing_chosen'>> {
  const requested = await requestFeedWork(feed, 'application')
  if (!requested.ok) return requested
  const { id } = requested.value
  const count = await settleWaiting(feed, choice, { state: 'chosen', workId: id })
  if (count === 0) return refused('nothing_chosen')
  await requested.value.merge({ rowsTotal: count }).save()
  return done(requested.value)
}

/** Leaves listings as they are, until the feed says something new of them. */
export async function skipChosen(
  feed: ListingFeed,
  choice: Choice
): Promise<Result<number, 'nothing_chosen'>> {
  const count = await settleWaiting(feed, choice, { state: 'skipped', workId: null })
  return count === 0 ? refused('nothing_chosen') : done(count)
}

async function settleWaiting(
  { id }: ListingFeed,
  { ids, all }: Choice,
  { state, workId }: { state: string; workId: string | null }
): Promise<number> {
  const { rowCount } = await unitSql(
    `update listing_feed_records set state = ?, work_id = ?::uuid, updated_at = now()
      where feed_id = ? and state = 'waiting' and (?::boolean or id = any(?::uuid[]))`,
    [state, workId, id, all === true, ids ?? []]
  )
  return rowCount
}
