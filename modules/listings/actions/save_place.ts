import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import { done, refused } from '#kernel/result/result'
import { announce, unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import ListingPlace from '../models/listing_place.ts'
import { PLACES_CHANGED } from '../queries/agency_vocabulary.ts'

interface PlaceDraft {
  name: string
  also?: (string | null)[] | null
  city?: string | null
  latitude?: number | null
  longitude?: number | null
  version?: number | null
}

/** Writes a place of the agency's own down; it is called as no other is. */
export async function savePlace(place: ListingPlace | null, draft: PlaceDraft) {
  const columns = columnsOf(draft)
  const taken = await nameTaken(place, [columns.name, ...columns.also])
  if (taken) return taken
  if (place && !(await changed(place, columns, draft.version ?? 0))) return refused('stale')
  const saved = place ?? (await ListingPlace.create(columns))
  await tellOfPlaces()
  return done(saved)
}

type Columns = ReturnType<typeof columnsOf>

/** Where it is renamed, its listings follow. */
async function changed(place: ListingPlace, columns: Columns, version: number): Promise<boolean> {
  const { name: before } = place
  if (!(await place.merge(columns).saveSeen(version))) return false
  if (before !== columns.name) await renameInProperties(before, columns.name)
  return true
}

/** Listings that lie there keep its name. */
export async function removePlace(place: ListingPlace): Promise<void> {
  await place.delete()
  await tellOfPlaces()
}

function tellOfPlaces(): Promise<unknown> {
  return announce(PLACES_CHANGED, unit().tenant.id)
}

function columnsOf(draft: PlaceDraft) {
  const also = (draft.also ?? []).flatMap((one) => (one ?? '').split(','))
  const names = also.map((one) => one.trim()).filter((one) => one !== '' && one.length <= 80)
  return {
    name: draft.name,
    also: [...new Set(names)].slice(0, 20),
    city: draft.city ?? null,
    latitude: draft.latitude ?? null,
    longitude: draft.longitude ?? null,
  }
}

/** By the market's places, or by one of the agency's own. */
async function nameTaken(place: ListingPlace | null, names: string[]) {
  const wanted = new Set(names.map((one) => one.toLowerCase()))
  const { market } = unit().tenant
  const isSame = (one: string) => wanted.has(one.toLowerCase())
  const known = [...localitiesOf(market), ...citiesOf(market)]
    .flatMap(({ name, also }) => [name, ...also])
    .find(isSame)
  if (known) return refused('known', { name: known })
  const others = await ListingPlace.query().if(place, (query) => query.whereNot('id', place!.id))
  const other = others.flatMap(({ name, also }) => [name, ...also]).find(isSame)
  return other ? refused('name_taken', { name: other }) : null
}

async function renameInProperties(before: string, after: string): Promise<void> {
  await unitSql(
    `update properties set locality = ?, address = jsonb_set(address, '{locality}', to_jsonb(?::text)),
            updated_at = now() where lower(locality) = lower(?)`,
    [after, after, before]
  )
}
