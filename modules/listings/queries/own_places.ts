import type { KnownPlace } from '#kernel/places/place_provider'
import ListingPlace from '../models/listing_place.ts'

/** More than an agency writes down by hand. */
const MOST = 1_000

/** The places that the agency wrote down itself, by name. */
export function ownPlaces(): Promise<ListingPlace[]> {
  return ListingPlace.query().orderBy('name').orderBy('id').limit(MOST)
}

/** The same, as all other places are known. */
export async function ownKnownPlaces(): Promise<KnownPlace[]> {
  const places = await ownPlaces()
  return places.map(({ name, also, city, latitude, longitude }) => ({
    ...{ name, also, city },
    lat: latitude,
    lng: longitude,
  }))
}
