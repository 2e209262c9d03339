import { cancelBulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import { worksOf } from '../feeds/feed_works.ts'
import type ListingFeed from '../models/listing_feed.ts'

/** Takes a feed away with its secret and all that it remembers; the listings that it brought stay. */
export async function removeFeed(feed: ListingFeed): Promise<void> {
  const { id, name } = feed
  for (const work of await worksOf(feed, ['trial', 'sync', 'application']).whereIn(
    'state',
    UNDER_WAY
  ))
    await cancelBulkWork(work)
  await unitSql('delete from listing_feed_records where feed_id = ?', [id])
  await feed.delete()
  unit().audit({
    action: 'listings.feed_removed',
    subjectType: 'listing_feed',
    subjectId: id,
    facts: { name },
  })
}

const UNDER_WAY = ['waiting', 'running']
