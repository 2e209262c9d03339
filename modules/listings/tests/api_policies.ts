import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

const aListing = ({ listing }: SweptRecords) => ({ id: listing })
const ofListing = ({ listing }: SweptRecords) => ({ listing_id: listing })
const ofRecord = ({ listing }: SweptRecords) => ({ subject_id: listing })

const view: RoutePolicy = { permission: 'listings.view' }
const step: RoutePolicy = { permission: 'listings.update', params: ofListing }
const write: RoutePolicy = { permission: 'listings.update', params: ofRecord }

/** Who may do what as a program. */
export const apiPolicies: Record<string, RoutePolicy> = {
  'api.listings.index': view,
  'api.listings.store': { permission: 'listings.create' },
  'api.listings.show': { ...view, params: aListing },
  'api.listings.update': { permission: 'listings.update', params: aListing },
  'api.listings.destroy': { permission: 'listings.delete', params: aListing },
  'api.listings.restoration.store': { permission: 'listings.delete', params: ofListing },
  'api.listings.submission.store': step,
  'api.listings.submission.destroy': step,
  'api.listings.approval.store': { permission: 'listings.publish', params: ofListing },
  'api.listings.pause.store': step,
  'api.listings.pause.destroy': step,
  'api.listings.under_offer.store': step,
  'api.listings.under_offer.destroy': step,
  'api.listings.closing.store': step,
  'api.listings.relisting.store': step,
  'api.listings.withdrawal.store': step,
  'api.listings.confirmation.store': step,
  'api.listings.price.store': step,
  'api.listings.timeline.index': { ...view, params: ofRecord },
  'api.listings.timeline.store': write,
  'api.listings.tags.store': write,
  'api.listings.tags.destroy': {
    permission: 'listings.update',
    params: (records) => ({ ...ofRecord(records), tag: 'word' }),
  },
}
