import { expireListings } from '../actions/expire_listings.ts'

export default class ExpireListings {
  async handle(): Promise<void> {
    await expireListings()
  }
}
