import { describeRecordApi } from '#app/records'
import type { ApiDescription, ApiOperation } from '#kernel/modules/api_description'
import { listingSchema, understoodSchema } from '../../../presenters/api_listing_schema.ts'
import { listingSubject } from '../../../subject.ts'
import { listingQuestion } from '../../../validators/api_listing.ts'
import {
  closingStep,
  priceStep,
  reasonedStep,
  relistingStep,
} from '../../../validators/api_step.ts'
import { apiListingValidator } from '../../../validators/listing.ts'

const Listing = { answer: 'Listing', versioned: true } as const
const records = describeRecordApi(listingSubject)
const body = apiListingValidator([])

const description: ApiDescription = {
  schemas: { Listing: listingSchema, UnderstoodWords: understoodSchema, ...records.schemas },
  operations: {
    'listings.index': {
      summary: 'listings.api.index',
      permission: 'listings.view',
      query: listingQuestion,
      answer: 'Listing',
      paged: true,
      meta: 'UnderstoodWords',
    },
    'listings.show': { summary: 'listings.api.show', permission: 'listings.view', ...Listing },
    'listings.store': {
      summary: 'listings.api.store',
      permission: 'listings.create',
      body,
      status: 201,
      ...Listing,
    },
    'listings.update': { ...step('update', body), partial: true },
    'listings.destroy': {
      summary: 'listings.api.destroy',
      permission: 'listings.delete',
      status: 204,
      ifMatch: true,
    },
    'listings.restoration.store': {
      summary: 'listings.api.restore',
      permission: 'listings.delete',
      ...Listing,
    },
    'listings.submission.store': step('submit'),
    'listings.submission.destroy': step('return'),
    'listings.approval.store': { ...step('approve'), permission: 'listings.publish' },
    'listings.pause.store': step('pause', reasonedStep),
    'listings.pause.destroy': step('resume'),
    'listings.under_offer.store': step('under_offer', reasonedStep),
    'listings.under_offer.destroy': step('offer_over'),
    'listings.closing.store': step('close', closingStep),
    'listings.relisting.store': step('relist', relistingStep),
    'listings.withdrawal.store': step('withdraw', reasonedStep),
    'listings.confirmation.store': step('confirm'),
    'listings.price.store': step('price', priceStep),
    ...records.operations,
  },
}

function step(key: string, said?: ApiOperation['body']): ApiOperation {
  const summary = `listings.api.${key}`
  return { summary, permission: 'listings.update', body: said, ifMatch: true, ...Listing }
}

export default description
