import type { RecordSubject } from '#app/records'
import { isUuid } from '#kernel/tenancy/names'
import { currentActor } from '#kernel/tenancy/tenancy'
import { renewTagCopies, renewTimelineCopies } from './actions/renew_copies.ts'
import { tellOf } from './events/listings_event.ts'
import ListingsUpdated from './events/listings_updated.ts'
import Listing from './models/listing.ts'

/** Listings as the records room knows them: it adds timeline, tags and fields. */
export const listingSubject: RecordSubject = {
  type: 'listing',
  room: 'listings',
  title: 'listings.title',
  permissions: { view: 'listings.view', update: 'listings.update' },

  async find(id) {
    if (!isUuid(id)) return null
    return Listing.reachableBy(currentActor(), 'listings.view').where('id', id).first()
  },

  async titles(ids) {
    const listings = await Listing.reachableBy(currentActor(), 'listings.view').whereIn('id', ids)
    return listings.map(({ id, title }) => ({ id, title }))
  },

  async touched(ids, part) {
    if (part === 'timeline') return renewTimelineCopies(ids)
    await renewTagCopies(ids)
    tellOf(ListingsUpdated, ids)
  },
}
