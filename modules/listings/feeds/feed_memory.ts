import { plainJson } from '#app/imports'
import { unitSql } from '#kernel/tenancy/sql'
import type ListingFeed from '../models/listing_feed.ts'
import { type ResoRecord, digestOf, isGone } from './reso_record.ts'

export type RecordState = 'waiting' | 'chosen' | 'applied' | 'skipped' | 'refused'

/** A record of a feed as it is remembered. */
export interface Remembered {
  id: string
  record: ResoRecord
}

const COLUMNS = 'id, record'

interface Known {
  listing_key: string
  digest: string
  record: ResoRecord
}

/** Keeps what records say, and answers those that say something new; what was never here and is gone does not. */
export async function remember(feed: ListingFeed, records: ResoRecord[]): Promise<Remembered[]> {
  const latest = new Map(records.map((record) => [record.ListingKey, record]))
  const known = await knownOf(feed, [...latest.keys()])
  const told = [...latest.values()].map((one) => completed(one, known.get(one.ListingKey)?.record))
  const fresh = told.map((record) => ({ record, digest: digestOf(record) }))
  const changed = fresh.filter(
    ({ record, digest }) => known.get(record.ListingKey)?.digest !== digest
  )
  if (changed.length === 0) return []
  const rows = changed.map(({ record, digest }) => ({
    listing_key: record.ListingKey,
    modified_at: record.ModificationTimestamp,
    digest,
    record,
    gone: isGone(record),
    state: isGone(record) && !known.has(record.ListingKey) ? 'skipped' : 'waiting',
  }))
  return write(feed, rows)
}

/** Of what is gone many servers send little more than its key. */
function completed(record: ResoRecord, before: ResoRecord | undefined): ResoRecord {
  if (!before || !isGone(record)) return record
  const { photos, ...said } = record
  return { ...before, ...said, photos: photos.length > 0 ? photos : before.photos }
}

async function knownOf({ id }: ListingFeed, keys: string[]): Promise<Map<string, Known>> {
  const { rows } = await unitSql<Known>(
    `select listing_key, digest, record from listing_feed_records
      where feed_id = ? and listing_key = any(?::text[]) order by id for update`,
    [id, keys]
  )
  return new Map(rows.map((row) => [row.listing_key, row]))
}

async function write({ id }: ListingFeed, rows: { state: string }[]): Promise<Remembered[]> {
  const { rows: written } = await unitSql<Remembered & { state: RecordState }>(
    `insert into listing_feed_records (feed_id, listing_key, modified_at, digest, record, gone, state)
     select ?, listing_key, modified_at, digest, record, gone, state
       from jsonb_to_recordset(?::jsonb) as new(listing_key text, modified_at text, digest text, record jsonb, gone boolean, state text)
     on conflict (feed_id, listing_key) do update
        set modified_at = excluded.modified_at, digest = excluded.digest, record = excluded.record,
            gone = excluded.gone, state = excluded.state, work_id = null, updated_at = now()
     returning ${COLUMNS}, state`,
    [id, plainJson(rows)]
  )
  return written.filter(({ state }) => state === 'waiting')
}

/** What became of records; those that wait no longer are not shown again until they say something new. */
export async function settleRecords(ids: string[], state: RecordState, workId: string) {
  if (ids.length === 0) return
  await unitSql(
    `update listing_feed_records set state = ?, work_id = ?, updated_at = now() where id = any(?::uuid[])`,
    [state, workId, ids]
  )
}

/** Those that somebody chose for this work, some at a time. */
export async function chosenRecords(workId: string, limit: number): Promise<Remembered[]> {
  const { rows } = await unitSql<Remembered>(
    `select ${COLUMNS} from listing_feed_records where work_id = ? and state = 'chosen'
      order by id limit ? for update`,
    [workId, limit]
  )
  return rows
}
