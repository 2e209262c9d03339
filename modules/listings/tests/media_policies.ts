import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

const ofMedium = (records: SweptRecords) => ({
  listing_id: records.listing,
  medium_id: records.listingMedium,
  id: records.listingMedium,
})
const arrange: RoutePolicy = { permission: 'listings.update', params: ofMedium }

/** What is shown of a listing. */
export const mediaPolicies: Record<string, RoutePolicy> = {
  'listings.brochure.show': { permission: 'listings.view', params: ofMedium },
  'listings.media.index': arrange,
  'listings.media.store': arrange,
  'listings.media.update': arrange,
  'listings.media.destroy': arrange,
  'listings.media.order.update': arrange,
  'listings.media.cover.store': arrange,
  'listings.media.restoration.store': arrange,
  'listings.media.approvals.store': { permission: 'listings.publish', params: ofMedium },
  'listings.media.approval.store': { permission: 'listings.publish', params: ofMedium },
  'listings.media.approval.destroy': { permission: 'listings.publish', params: ofMedium },
}
