import { syncFeeds } from '../actions/sync_feeds.ts'

export default class SyncFeeds {
  handle(): Promise<void> {
    return syncFeeds()
  }
}
