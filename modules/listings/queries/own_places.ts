import ListingPlace from '../models/listing_place.ts'

/** More than an agency writes down by hand. */
const MOST = 1_000

/** The places that the agency wrote down itself, by name. */
export function ownPlaces(): Promise<ListingPlace[]> {
  return ListingPlace.query().orderBy('name').orderBy('id').limit(MOST)
}
