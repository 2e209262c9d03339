import type { Ground, Write } from '#tests/functional/security/writes'

const ofMedium = ({ records }: Ground) => ({
  listing_id: records.listing,
  medium_id: records.listingMedium,
  id: records.listingMedium,
})

const itsPage = ({ records }: Ground) => `/app/listings/${records.listing}/media`

/** Every change of what is shown of a listing. */
export const mediaWrites: Record<string, Write> = {
  // Without a file nothing can be sent.
  'listings.media.store': { params: ofMedium, body: () => ({ kind: 'photo' }), refused: true },
  'listings.media.update': {
    params: ofMedium,
    body: () => ({ caption: 'The garden', kind: 'floorplan', version: 1 }),
    texts: { caption: { most: 200 } },
    formAt: itsPage,
    seenAt: itsPage,
  },
  'listings.media.destroy': { params: ofMedium },
  'listings.media.order.update': {
    params: ofMedium,
    body: ({ records }) => ({ ids: [records.listingMedium] }),
  },
  'listings.media.cover.store': { params: ofMedium },
  'listings.media.restoration.store': {
    params: ofMedium,
    given: 'update listing_media set deleted_at = now()',
  },
  'listings.media.approvals.store': {
    params: ofMedium,
    given: `update listing_media set moderation = 'processing', processed_at = now()`,
  },
  'listings.media.approval.store': {
    params: ofMedium,
    given: `update listing_media set kind = 'pdf', processed_at = now()`,
  },
  'listings.media.approval.destroy': {
    params: ofMedium,
    given: 'update listing_media set processed_at = now()',
    body: () => ({ reason: 'Blurred' }),
    texts: { reason: { most: 300 } },
    seenAt: itsPage,
  },
}
