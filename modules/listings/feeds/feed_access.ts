import type ListingFeed from '../models/listing_feed.ts'
import type { FeedAuth } from '../models/listing_feed.ts'
import { nearHosts } from './feed_address.ts'
import { secretOf } from './feed_secrets.ts'

/** What is needed to ask a feed's server, outside of any unit. */
export interface FeedAccess {
  feedId: string
  collection: string
  filter: string | null
  auth: FeedAuth
  tokenUrl: string | null
  clientId: string | null
  secret: string
  near: string[]
}

export function accessTo(feed: ListingFeed): FeedAccess {
  const { id, serviceUrl, resource, filter, auth, tokenUrl, clientId } = feed
  return {
    feedId: id,
    collection: `${serviceUrl.replace(/\/+$/, '')}/${resource}`,
    filter,
    auth,
    tokenUrl,
    clientId,
    secret: secretOf(feed),
    near: nearHosts([serviceUrl, tokenUrl]),
  }
}
