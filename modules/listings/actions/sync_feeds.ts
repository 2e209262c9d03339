import { DateTime } from 'luxon'
import { requestFeedWork } from '../feeds/feed_works.ts'
import ListingFeed from '../models/listing_feed.ts'

const HOURS_BETWEEN_KEYS = 24

/** Has the workers hear what is new from every feed that is on and may be asked. */
export async function syncFeeds(): Promise<void> {
  const feeds = await ListingFeed.query()
    .where('is_on', true)
    .whereRaw('(not_before is null or not_before <= now())')
    .orderBy('id')
  for (const feed of feeds) {
    const comparesKeys = areKeysDue(feed)
    await requestFeedWork(feed, 'sync', { comparesKeys })
  }
}

/** Which listings a server still has is asked once a day: it takes a question for every thousand. */
function areKeysDue({ keysComparedAt }: ListingFeed): boolean {
  const due = DateTime.utc().minus({ hours: HOURS_BETWEEN_KEYS })
  return keysComparedAt === null || keysComparedAt < due
}
