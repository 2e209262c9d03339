import type { BulkWork } from '#app/bulk_works'
import { UndoListImport } from '#app/imports'
import { refused } from '#kernel/result/result'
import { lastApplied } from '../feeds/feed_works.ts'
import { listingLists } from '../imports/listing_lists.ts'
import ListingFeed from '../models/listing_feed.ts'

/** Has the workers take back what a feed brought last; what it brought before, only after that. */
export async function undoRun({ id }: ListingFeed, run: BulkWork) {
  const feed = await ListingFeed.locked(id)
  const last = feed && (await lastApplied(feed))
  if (last?.id !== run.id) return refused('not_last')
  return new UndoListImport(listingLists).handle(last)
}
