import { CustomField, WriteEntry, noteChange, retagRecord } from '#app/records'
import { renewDocuments } from '#kernel/search/search_documents'
import { unitSql } from '#kernel/tenancy/sql'
import type { TestAgency } from '#tests/support/agency'
import { givenAttachment, recordDoors } from '#tests/support/record_doors'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import Listing from '../models/listing.ts'
import ListingCategory from '../models/listing_category.ts'
import Property from '../models/property.ts'
import { apiPolicies } from './api_policies.ts'
import { feedPolicies, givenFeed } from './feed_sweep.ts'
import { mediaPolicies } from './media_policies.ts'
import { givenSearch, searchPolicies } from './search_policies.ts'
import { givenPlace, placePolicies } from './place_doors.ts'
import { recommendationPolicies } from './recommendation_doors.ts'
import listingSearch from '../search.ts'
import { listingSubject } from '../subject.ts'
import { givenImportTraces, givenWorks, importPolicies } from './import_sweep.ts'
import { givenMerge, mergePolicies } from './merge_sweep.ts'

export { unpublish } from './unpublishing.ts'

const aListing = (records: SweptRecords) => ({ id: records.listing })
const ofListing = (records: SweptRecords) => ({ listing_id: records.listing, part: 'owner' })
const aBulkAct = (records: SweptRecords) => ({
  id: records.listingBulkAct,
  bulk_act_id: records.listingBulkAct,
})
const ofRecord = (records: SweptRecords) => ({
  subject_id: records.listing,
  id: records.listingEntry,
})
const aCategory = (records: SweptRecords) => ({ id: records.listingCategory })

const view: RoutePolicy = { permission: 'listings.view' }
const write: RoutePolicy = { permission: 'listings.update', params: ofRecord }
const step: RoutePolicy = { permission: 'listings.update', params: ofListing }
const verify: RoutePolicy = { permission: 'listings.verify', params: ofListing }
const configure: RoutePolicy = { permission: 'listings.configure' }

export const policies: Record<string, RoutePolicy> = {
  ...apiPolicies,
  ...feedPolicies,
  ...importPolicies,
  ...mediaPolicies,
  ...searchPolicies,
  'listings.index': view,
  'listings.due.index': view,
  'listings.map_cells.index': view,
  'listings.comparison.show': view,
  'listings.comparison.store': view,
  'listings.show': { ...view, params: aListing },
  'listings.neighbours.index': { ...view, params: ofListing },
  'listings.similar.index': { ...view, params: ofListing },
  'listings.seekers.index': { ...view, params: ofListing },
  ...recommendationPolicies,
  'listings.of_contact.index': {
    ...view,
    params: (records) => ({ contact_id: records.contact }),
  },
  'listings.create': { permission: 'listings.create' },
  'listings.store': { permission: 'listings.create' },
  'listings.owners.index': { permission: 'listings.create' },
  'listings.edit': { permission: 'listings.update', params: aListing },
  'listings.update': { permission: 'listings.update', params: aListing },
  'listings.destroy': { permission: 'listings.delete', params: aListing },
  'listings.bulk_acts.store': { permission: 'listings.update' },
  'listings.bulk_acts.show': { permission: 'listings.update', params: aBulkAct },
  'listings.bulk_acts.run.store': { permission: 'listings.update', params: aBulkAct },
  'listings.bulk_acts.run.destroy': { permission: 'listings.update', params: aBulkAct },
  'listings.batch_restorations.store': { permission: 'listings.delete' },
  'listings.restoration.store': { permission: 'listings.delete', params: ofListing },
  ...mergePolicies,
  'listings.submission.store': step,
  'listings.submission.destroy': step,
  'listings.approval.store': { permission: 'listings.publish', params: ofListing },
  'listings.pause.store': step,
  'listings.pause.destroy': step,
  'listings.under_offer.store': step,
  'listings.under_offer.destroy': step,
  'listings.closing.store': step,
  'listings.relisting.store': step,
  'listings.withdrawal.store': step,
  'listings.confirmation.store': step,
  'listings.price.store': step,
  'listings.verifications.store': verify,
  'listings.verifications.destroy': verify,
  'listings.settings.index': configure,
  'listings.settings.update': configure,
  'listings.categories.store': configure,
  'listings.categories.edit': { ...configure, params: aCategory },
  'listings.categories.update': { ...configure, params: aCategory },
  'listings.categories.destroy': { ...configure, params: aCategory },
  ...placePolicies,
  'listings.entries.store': write,
  'listings.entries.edit': write,
  'listings.entries.update': write,
  'listings.entries.destroy': write,
  'listings.entries.restoration.store': write,
  'listings.entries.completion.store': write,
  'listings.entries.completion.destroy': write,
  'listings.entries.postponement.store': write,
  'listings.taps.store': write,
  'listings.tags.update': write,
  ...recordDoors('listings', {
    permission: 'listings.update',
    record: 'listing',
    entry: 'listingEntry',
    attachment: 'listingAttachment',
  }),
  'site.listings.index': { permission: null },
  'site.listings.show': {
    permission: null,
    params: (records) => ({ address: records.listingReference }),
  },
  'site.agents.index': { permission: null },
  'site.sitemap.show': { permission: null },
}

/** A listing whose every text is the canary, with all that can hang on it. */
export async function givenRecords(agency: TestAgency, canary: string): Promise<SweptRecords> {
  return agency.inUnit(async () => {
    await givenField(canary)
    const category = await ListingCategory.create({ name: canary, position: 1 })
    const { id: propertyId } = await Property.create(propertyOf(canary))
    const facts = { ...textsOf(canary), propertyId, categoryId: category.id }
    const listing = await Listing.create(facts)
    await retagRecord(listingSubject.type, listing.id, [canary])
    return {
      ...(await givenAround(canary)),
      listing: listing.id,
      listingReference: listing.reference,
      listingEntry: (await givenEntry(canary, listing.id)).id,
      listingAttachment: await givenAttachment(listingSubject.type, listing.id, canary),
      listingMedium: await givenTraces(canary, listing.id),
      listingCategory: category.id,
      savedSearch: await givenSearch(canary, listing.id),
      ...(await givenMerge(listing, canary)),
    }
  }, 'principal')
}

async function givenAround(canary: string): Promise<SweptRecords> {
  const around = [await givenWorks(canary), await givenPlace(canary), await givenFeed(canary)]
  return Object.assign({}, ...around) as SweptRecords
}

function givenEntry(canary: string, listingId: string) {
  const said = { details: canary, nextAction: canary, nextActionOn: '2026-01-01' }
  return new WriteEntry().handle(listingSubject, listingId, { kind: 'call', ...said })
}

async function givenField(canary: string): Promise<void> {
  await CustomField.create({
    subjectType: listingSubject.type,
    key: 'canary',
    label: canary,
    kind: 'choice',
    choices: [canary, 'another'],
    required: false,
    position: 1,
  })
}

/** What prices, pictures, changes and the search keep of the listing. */
async function givenTraces(canary: string, listingId: string): Promise<string> {
  await unitSql(
    `insert into listing_prices (listing_id, price_minor, currency, reason, actor_name) values (?, 100, 'USD', ?, ?)`,
    [listingId, canary, canary]
  )
  const { rows } = await unitSql<{ id: string }>(
    `insert into listing_media (listing_id, name, caption, moderation, moderation_reason, placeholder, pictures)
     values (?, ?, ?, 'rejected', ?, ?, ?) returning id`,
    [listingId, canary, canary, canary, canary, JSON.stringify([{ ...aPicture, format: canary }])]
  )
  await givenImportTraces(canary, listingId)
  const change = { field: 'listings.fields.title', from: canary, to: canary }
  await noteChange(listingSubject.type, [listingId], [change])
  await renewDocuments(listingSearch, [listingId])
  return rows[0].id
}

const aPicture = { width: 1, height: 1, fileId: '00000000-0000-7000-8000-000000000000' }

function propertyOf(canary: string) {
  return {
    type: 'house' as const,
    address: { line: canary, locality: canary, city: canary },
    locality: canary,
    city: canary,
    postcode: canary,
    features: [canary],
  }
}

function textsOf(canary: string) {
  return {
    reference: canary,
    title: canary,
    description: canary,
    commissionTerms: canary,
    dealType: 'sale' as const,
    priceMinor: 50_000_000,
    currency: 'USD',
    status: 'active' as const,
    visibility: 'public' as const,
    qualityScore: 0,
    custom: { canary },
    tagNames: [canary],
  }
}
