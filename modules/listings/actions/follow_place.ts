import { unitSql } from '#kernel/tenancy/sql'
import { renameWantedPlace } from '#modules/contacts'
import { tellOf } from '../events/listings_event.ts'
import ListingsUpdated from '../events/listings_updated.ts'
import type ListingPlace from '../models/listing_place.ts'

/** What a place was before it was changed. */
export type PlaceBefore = Pick<ListingPlace, 'name' | 'latitude' | 'longitude'>

/** What lies in a place, or is looked for there, goes by its name and moves with its middle. */
export async function followPlace(place: ListingPlace, before: PlaceBefore | null): Promise<void> {
  await renameProperties(place, before)
  await renameInSearches(place)
  await renameWantedPlace([place.name, ...place.also], place.name)
  if (place.latitude === null) return
  await moveProperties(place, before)
  if (before && before.latitude !== null) await moveSearches(place, before)
}

/**
 * Its former name anywhere, and its other names in its city: elsewhere they may be another place.
 * What goes by another name is to be found by it.
 */
async function renameProperties(place: ListingPlace, before: PlaceBefore | null): Promise<void> {
  const { name, city } = place
  const { rows } = await unitSql<{ id: string }>(
    `with renamed as (
       update properties set locality = ?, address = jsonb_set(address, '{locality}', to_jsonb(?::text)), updated_at = now()
        where lower(locality) = any(?::text[]) and locality <> ?
          and (lower(locality) in (lower(?), lower(?)) or city is null or coalesce(lower(city) = lower(?), true))
        returning id)
     select listings.id from listings join renamed on renamed.id = property_id where deleted_at is null`,
    [name, name, lower([name, ...place.also]), name, name, before?.name ?? name, city]
  )
  tellOf(
    ListingsUpdated,
    rows.map(({ id }) => id)
  )
}

/** Where nobody typed a place on the map, the middle stands in for it. */
async function moveProperties(place: ListingPlace, before: PlaceBefore | null): Promise<void> {
  const { name, latitude, longitude } = place
  await unitSql(
    `update properties set latitude = ?, longitude = ?, updated_at = now()
      where lower(locality) = lower(?)
        and (latitude is null or (latitude = ?::float8 and longitude = ?::float8))`,
    [latitude, longitude, name, before?.latitude ?? null, before?.longitude ?? null]
  )
}

async function renameInSearches({ name, also }: ListingPlace): Promise<void> {
  await unitSql(
    `update saved_searches set localities = array(
       select distinct case when place = any(?::text[]) then lower(?) else place end from unnest(localities) as place)
      where localities && ?::text[]`,
    [lower(also), name, lower(also)]
  )
}

/** Those that look around its middle. */
async function moveSearches(place: ListingPlace, before: PlaceBefore): Promise<void> {
  await unitSql(
    `update saved_searches set latitude = ?, longitude = ?
      where kilometres is not null and latitude = ? and longitude = ?`,
    [place.latitude, place.longitude, before.latitude, before.longitude]
  )
}

function lower(names: string[]): string[] {
  return names.map((name) => name.toLowerCase())
}
