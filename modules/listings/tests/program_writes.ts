import type { Ground, ProgramWrite } from '#tests/functional/security/writes'

const aListing = ({ records }: Ground) => ({ id: records.listing })
const ofListing = ({ records }: Ground) => ({ listing_id: records.listing })
const ofRecord = ({ records }: Ground) => ({ subject_id: records.listing })

const property = {
  type: 'cottage',
  size: 900,
  size_unit: 'sqft',
  plot: 2,
  plot_unit: 'acre',
  beds: 2,
  baths: 1.5,
  year_built: 1932,
  latitude: 47.6,
  longitude: -122.3,
  features: ['garden'],
}

const address = {
  line: '1 Pine Street',
  unit: '2',
  locality: 'Pioneer Square',
  city: 'Seattle',
  state: 'WA',
  postcode: '98101',
}

async function programListing({ agency, records }: Ground) {
  return {
    title: 'Cottage by the sound',
    description: 'Old beams',
    deal_type: 'rent',
    price_minor: 120_000,
    rent_period: 'month',
    visibility: 'private',
    hides_address: true,
    category_id: records.listingCategory,
    authority_kind: 'sole',
    authority_from: '2026-01-01',
    authority_until: '2027-01-01',
    commission_percent: 2.5,
    commission_terms: 'Half at signing',
    property,
    address,
    owner_contact_id: records.contact,
    owner_id: await agency.memberId('sales_director'),
    team_id: null,
    tags: ['spring'],
    locked_fields: ['title'],
    custom: { canary: 'another' },
  }
}

/** A step from this status. */
function step(status: string, body?: Record<string, unknown>): ProgramWrite {
  return {
    params: ofListing,
    given: `update listings set status = '${status}', closed_as = null, authority_until = null, price_minor = 50000000, version = 1`,
    body: body && (() => body),
    ifMatch: true,
  }
}

const reasoned = { reason: 'As they wish' }

/** Every change of listings that programs can make. */
export const programWrites: Record<string, ProgramWrite> = {
  'api.listings.store': { body: programListing },
  'api.listings.update': { params: aListing, body: programListing, ifMatch: true },
  'api.listings.destroy': { params: aListing, ifMatch: true },
  'api.listings.restoration.store': {
    params: ofListing,
    given: 'update listings set deleted_at = now()',
  },
  'api.listings.submission.store': step('draft'),
  'api.listings.submission.destroy': step('pending_review'),
  'api.listings.approval.store': step('pending_review'),
  'api.listings.pause.store': step('active', reasoned),
  'api.listings.pause.destroy': step('paused'),
  'api.listings.under_offer.store': step('active', reasoned),
  'api.listings.under_offer.destroy': step('under_offer'),
  'api.listings.closing.store': step('under_offer', {
    closed_as: 'sold',
    closed_on: '2026-03-02',
    price_minor: 74_000_000,
  }),
  'api.listings.relisting.store': step('expired', {
    authority_kind: 'sole',
    authority_from: '2026-01-01',
    authority_until: '2099-01-01',
  }),
  'api.listings.withdrawal.store': step('active', reasoned),
  'api.listings.confirmation.store': step('active'),
  'api.listings.price.store': step('active', { price_minor: 72_500_000, reason: 'Market' }),
  'api.listings.timeline.store': {
    params: ofRecord,
    body: () => ({
      kind: 'call',
      happened_at: '2026-01-02T03:04:00Z',
      details: 'Asked for the price',
      outcome: 'positive',
      next_action: 'Call again',
      next_action_on: '2027-01-01',
    }),
  },
  'api.listings.tags.store': { params: ofRecord, body: () => ({ tags: ['winter'] }) },
  'api.listings.tags.destroy': {
    params: ({ records }) => ({ subject_id: records.listing, tag: 'word' }),
  },
}
