import type { Ground, TextField, Write } from '#tests/functional/security/writes'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import ListingPlace from '../models/listing_place.ts'

const configure: RoutePolicy = { permission: 'listings.configure' }
const ofPlace: RoutePolicy = {
  ...configure,
  params: (records) => ({ id: records.listingPlace }),
}

export const placePolicies: Record<string, RoutePolicy> = {
  'listings.places.index': configure,
  'listings.places.store': configure,
  'listings.places.edit': ofPlace,
  'listings.places.update': ofPlace,
  'listings.places.destroy': ofPlace,
}

export async function givenPlace(canary: string): Promise<SweptRecords> {
  const { id } = await ListingPlace.create({ name: canary, also: [canary], city: canary })
  return { listingPlace: id }
}

const aPlace = ({ records }: Ground) => ({ id: records.listingPlace })
const places = () => '/app/settings/listing-places'
const texts: Record<string, TextField> = { name: { most: 80, list: true }, city: { most: 80 } }

const place = () => ({
  name: 'Old Mill Estate',
  also: [''],
  city: 'Seattle',
  latitude: '47.61',
  longitude: '-122.31',
})

/** Places of the agency's own. */
export const placeWrites: Record<string, Write> = {
  'listings.places.store': { body: place, texts, formAt: places, seenAt: places },
  'listings.places.update': {
    params: aPlace,
    body: () => ({ ...place(), version: 1 }),
    texts,
    formAt: ({ records }) => `/app/settings/listing-places/${records.listingPlace}/edit`,
    seenAt: places,
  },
  'listings.places.destroy': { params: aPlace },
}
