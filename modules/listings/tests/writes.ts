import type { Ground, TextField, Write } from '#tests/functional/security/writes'
import { feedWrites } from './feed_writes.ts'
import { importWrites } from './import_writes.ts'
import { mediaWrites } from './media_writes.ts'
import { mergeWrites } from './merge_writes.ts'
import { placeWrites } from './place_doors.ts'
import { recommendationWrites } from './recommendation_doors.ts'
import { recordWrites } from './record_writes.ts'
import { searchWrites } from './search_writes.ts'

export { programWrites } from './program_writes.ts'

const aListing = ({ records }: Ground) => ({ id: records.listing })
const ofListing = ({ records }: Ground) => ({ listing_id: records.listing })
const ofPart = ({ records }: Ground) => ({ listing_id: records.listing, part: 'owner' })
const ofBulkAct = ({ records }: Ground) => ({ bulk_act_id: records.listingBulkAct })
const aCategory = ({ records }: Ground) => ({ id: records.listingCategory })
const settings = () => '/app/settings/listings'
const itsPage = ({ records }: Ground) => `/app/listings/${records.listing}`

const tag: TextField = { most: 40, list: true }

const listingTexts = {
  'title': { most: 160 },
  'description': { most: 10_000, before: 'Old beams\n' },
  'commissionTerms': { most: 300 },
  'address[line]': { most: 200 },
  'tags[0]': tag,
}

const agreed = {
  authorityKind: 'sole',
  authorityFrom: '2026-01-01',
  authorityUntil: '2027-01-01',
  commissionPercent: '2.5',
  commissionTerms: 'Half at signing',
}

const where = {
  property: {
    type: 'cottage',
    size: '900',
    sizeUnit: 'sqft',
    plot: '2',
    plotUnit: 'acre',
    beds: '2',
    baths: '1.5',
    yearBuilt: '1932',
    latitude: '47.6',
    longitude: '-122.3',
    features: ['garden'],
  },
  address: {
    line: '1 Pine Street',
    unit: '2',
    locality: 'Pioneer Square',
    city: 'Seattle',
    state: 'WA',
    postcode: '98101',
  },
}

const listing = async ({ agency, records }: Ground) => ({
  title: 'Cottage by the sound',
  description: 'Old beams',
  dealType: 'rent',
  price: '1,200',
  rentPeriod: 'month',
  visibility: 'private',
  hidesAddress: true,
  categoryId: records.listingCategory,
  ...agreed,
  ...where,
  ownerContactId: records.contact,
  ownerId: await agency.memberId('sales_director'),
  teamId: '',
  tags: ['spring'],
  lockedFields: ['title'],
  custom: { canary: 'another' },
  version: 1,
})

/** A step from this status, seen in its first version. */
function step(status: string, body: Record<string, unknown> = {}): Write {
  return {
    params: ofListing,
    given: `update listings set status = '${status}', closed_as = null, authority_until = null, price_minor = 50000000, version = 1`,
    fresh: true as const,
    body: () => ({ version: 1, ...body }),
  }
}

const reasoned = { reason: 'As they wish' }
const reasonTexts = { texts: { reason: { most: 300 } }, seenAt: itsPage }

/** Every change that listings offer. */
export const writes: Record<string, Write> = {
  'listings.store': {
    body: listing,
    texts: listingTexts,
    formAt: () => '/app/listings/create',
  },
  'listings.update': {
    params: aListing,
    body: listing,
    texts: listingTexts,
    formAt: ({ records }) => `/app/listings/${records.listing}/edit`,
  },
  'listings.destroy': { params: aListing },
  'listings.comparison.store': {
    body: ({ records }) => ({ ids: [records.listing] }),
    idle: true,
  },
  'listings.bulk_acts.store': {
    body: ({ records }) => ({
      act: 'tag',
      ids: [records.listing],
      all: false,
      query: '',
      ownerId: '',
      tags: 'summer',
    }),
    texts: { tags: tag },
  },
  'listings.bulk_acts.run.store': { params: ofBulkAct, refused: true },
  'listings.bulk_acts.run.destroy': { params: ofBulkAct },
  'listings.batch_restorations.store': {
    given: `update listings set deleted_at = date_trunc('milliseconds', now()), deleted_by = (select id from members where role = 'principal')`,
    refused: true,
  },
  'listings.restoration.store': {
    params: ofListing,
    given: 'update listings set deleted_at = now()',
  },
  'listings.submission.store': step('draft'),
  'listings.submission.destroy': { ...step('pending_review', reasoned), ...reasonTexts },
  'listings.approval.store': step('pending_review'),
  'listings.pause.store': { ...step('active', reasoned), ...reasonTexts },
  'listings.pause.destroy': step('paused', reasoned),
  'listings.under_offer.store': step('active', reasoned),
  'listings.under_offer.destroy': step('under_offer', reasoned),
  'listings.closing.store': step('under_offer', {
    closedAs: 'sold',
    closedOn: '2026-03-02',
    price: '740k',
  }),
  'listings.relisting.store': step('expired', {
    authorityKind: 'sole',
    authorityFrom: '2026-01-01',
    authorityUntil: '2099-01-01',
  }),
  'listings.withdrawal.store': step('active', reasoned),
  'listings.confirmation.store': step('active'),
  'listings.price.store': {
    ...step('active', { price: '725k', reason: 'Market' }),
    ...reasonTexts,
  },
  'listings.verifications.store': { params: ofPart },
  'listings.verifications.destroy': {
    params: ofPart,
    given: 'update listings set owner_verified_at = now()',
  },
  ...mediaWrites,
  ...mergeWrites,
  'listings.settings.update': { body: () => ({ freshDays: 45 }) },
  'listings.categories.store': {
    body: () => ({ name: 'Farms', position: 3 }),
    texts: { name: { most: 60 } },
    formAt: settings,
    seenAt: settings,
  },
  'listings.categories.update': {
    params: aCategory,
    body: () => ({ name: 'Farms', position: 3, version: 1 }),
    texts: { name: { most: 60 } },
    formAt: ({ records }) => `/app/settings/listing-categories/${records.listingCategory}/edit`,
    seenAt: settings,
  },
  'listings.categories.destroy': {
    params: aCategory,
    given: 'update listings set category_id = null',
  },
  ...feedWrites,
  ...placeWrites,
  ...importWrites,
  ...recordWrites,
  ...recommendationWrites,
  ...searchWrites,
}
