import { unitSql } from '#kernel/tenancy/sql'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import { MergeListings } from '../actions/merge_listings.ts'
import Listing from '../models/listing.ts'
import ListingPair from '../models/listing_pair.ts'
import Property from '../models/property.ts'

const ofListing = (records: SweptRecords) => ({
  listing_id: records.listing,
  id: records.listingMerge,
})
const ofMerge = (records: SweptRecords) => ({
  listing_id: records.listing,
  merge_id: records.listingMerge,
})
const ofPair = (records: SweptRecords) => ({ pair_id: records.listingPair })

const merge: RoutePolicy = { permission: 'listings.update' }

export const mergePolicies: Record<string, RoutePolicy> = {
  'listings.likenesses.index': { permission: 'listings.create' },
  'listings.duplicates.index': merge,
  'listings.duplicate_search.store': merge,
  'listings.dismissal.store': { ...merge, params: ofPair },
  'listings.dismissal.destroy': { ...merge, params: ofPair },
  'listings.merges.create': { ...merge, params: ofListing },
  'listings.merges.store': { ...merge, params: ofListing },
  'listings.merges.show': { ...merge, params: ofListing },
  'listings.merges.undoing.store': { ...merge, params: ofMerge },
}

/** One that the listing took in, and one that looks like it. */
export async function givenMerge({ id }: Listing, canary: string): Promise<SweptRecords> {
  const other = await twin(canary, 'taken')
  const alike = await twin(canary, 'alike')
  const survivor = await Listing.findOrFail(id)
  const result = await new MergeListings().handle(
    { listing: survivor, version: survivor.version },
    { listing: other, version: other.version },
    { description: 'other' }
  )
  if (!result.ok) throw new Error(result.reason)
  await result.value.merge({ kept: [`custom.${canary}`] }).save()
  await unitSql('update listings set version = 1 where id = ?', [id])
  const [firstId, secondId] = [id, alike.id].toSorted()
  const likeness = { reasons: ['address' as const], state: 'open' as const }
  const pair = await ListingPair.create({ firstId, secondId, ...likeness })
  return { listingMerge: result.value.id, listingPair: pair.id, listingAlike: alike.id }
}

async function twin(canary: string, suffix: string): Promise<Listing> {
  const property = await Property.create({
    type: 'house',
    address: { line: canary },
    city: canary,
    features: [],
  })
  return Listing.create({
    ...{ dealType: 'sale', currency: 'USD', status: 'active', visibility: 'public' },
    ...{ qualityScore: 0, custom: {}, priceMinor: 50_000_000 },
    ...{ title: canary, description: `${canary} once`, tagNames: [`${canary} too`] },
    reference: `${canary}-${suffix}`,
    propertyId: property.id,
  })
}
