import type { Ground, Write } from '#tests/functional/security/writes'
import Listing from '../models/listing.ts'

const ofListing = ({ records }: Ground) => ({ listing_id: records.listing })
const ofMerge = ({ records }: Ground) => ({
  listing_id: records.listing,
  merge_id: records.listingMerge,
})
const ofPair = ({ records }: Ground) => ({ pair_id: records.listingPair })

const versionOf = ({ agency }: Ground, id: string) =>
  agency.inUnit(async () => (await Listing.findOrFail(id)).version)

/** Changes around listings that may be the same. */
export const mergeWrites: Record<string, Write> = {
  'listings.duplicate_search.store': {},
  'listings.dismissal.store': { params: ofPair },
  'listings.dismissal.destroy': {
    params: ofPair,
    given: `update listing_pairs set state = 'dismissed'`,
  },
  'listings.merges.store': {
    params: ofListing,
    given: `update listings set status = 'active', closed_as = null, deal_type = 'sale', rent_period = null`,
    keyed: ['choices'],
    body: async (ground) => ({
      otherId: ground.records.listingAlike,
      version: await versionOf(ground, ground.records.listing),
      otherVersion: await versionOf(ground, ground.records.listingAlike),
      choices: { title: 'other' },
    }),
  },
  'listings.merges.undoing.store': {
    params: ofMerge,
    body: async (ground) => ({ version: await versionOf(ground, ground.records.listing) }),
  },
}
