import { purgeDeletedListings } from '../actions/purge_deleted_listings.ts'

export default class PurgeDeletedListings {
  async handle(): Promise<void> {
    await purgeDeletedListings()
  }
}
