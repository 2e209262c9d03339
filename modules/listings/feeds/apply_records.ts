import type { BulkWork } from '#app/bulk_works'
import { importRows } from '../imports/import_rows.ts'
import type ListingFeed from '../models/listing_feed.ts'
import { type Remembered, settleRecords } from './feed_memory.ts'
import { orderOf } from './feed_order.ts'
import { readerFor } from './read_record.ts'

/** Takes records of a feed into the stock, and counts what became of them. */
export async function applyRecords(
  feed: ListingFeed,
  remembered: Remembered[],
  work: BulkWork
): Promise<void> {
  if (remembered.length === 0) return
  const read = await readerFor(feed)
  const before = Number(work.facts.lines ?? 0)
  const rows = remembered.map(({ record }, index) => read(record, before + index + 1))
  const judgements = await importRows(rows, orderOf(feed, work.id))
  work.facts = { ...work.facts, lines: before + rows.length }
  for (const { deed, problems, isStepped } of judgements) {
    work.count(isStepped && deed === 'unchanged' ? 'updated' : deed)
    if (deed !== 'refused' && problems.length > 0) work.count('warned')
  }
  const idsWhere = (isRefused: boolean) =>
    remembered
      .filter((_, index) => (judgements[index].deed === 'refused') === isRefused)
      .map(({ id }) => id)
  await settleRecords(idsWhere(false), 'applied', work.id)
  await settleRecords(idsWhere(true), 'refused', work.id)
}
