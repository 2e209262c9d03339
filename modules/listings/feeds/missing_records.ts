import { unitSql } from '#kernel/tenancy/sql'
import type ListingFeed from '../models/listing_feed.ts'
import type { Remembered } from './feed_memory.ts'
import { RETURNED } from './questions.ts'

const FEW = 10

const MISSING = `feed_id = ? and not gone and seen_in is distinct from ?`

/** Marks the records that the server still has. */
export async function markSeen({ id }: ListingFeed, keys: string[], workId: string): Promise<void> {
  await unitSql(
    `update listing_feed_records set seen_in = ? where feed_id = ? and listing_key = any(?::text[])`,
    [workId, id, keys]
  )
}

/**
 * A server that suddenly lacks more than half of what it had is rather ill, or asked in another way:
 * what it lacks is then looked at by a person, however the feed is applied.
 */
export async function isDoubtful({ id }: ListingFeed, workId: string): Promise<boolean> {
  const { rows } = await unitSql<{ all: number; missing: number }>(
    `select count(*) as all, count(*) filter (where seen_in is distinct from ?) as missing
       from listing_feed_records where feed_id = ? and not gone`,
    [workId, id]
  )
  const [{ all, missing }] = rows
  return missing > FEW && missing * 2 > all
}

/** Keys of some records that were missing once, by their order, and have been seen in this work. */
export async function returnedKeys(feedId: string, workId: string, after: string | null) {
  const { rows } = await unitSql<{ key: string }>(
    `select listing_key as key from listing_feed_records
      where feed_id = ? and gone and digest = '' and seen_in = ? and listing_key > ?
      order by listing_key limit ?`,
    [feedId, workId, after ?? '', RETURNED]
  )
  return rows.map(({ key }) => key)
}

/** Some of the records that the server no longer has, now withdrawn; an empty digest tells them from what it deletes. */
export async function takeMissing({ id }: ListingFeed, workId: string, limit: number) {
  const { rows } = await unitSql<Remembered>(
    `update listing_feed_records
        set gone = true, state = 'waiting', work_id = null, digest = '', updated_at = now(),
            record = record || '{"StandardStatus": "Delete"}'
      where id in (select id from listing_feed_records where ${MISSING} order by id limit ? for update)
      returning id, record`,
    [id, workId, limit]
  )
  return rows
}
