import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import { done, refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import ListingPlace from '../models/listing_place.ts'
import { PLACES_CHANGED } from '../queries/agency_vocabulary.ts'
import { type PlaceBefore, followPlace } from './follow_place.ts'

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
  const before = place && beforeOf(place)
  const columns = columnsOf(draft, before)
  const taken = await nameTaken(place, [columns.name, ...columns.also])
  if (taken) return taken
  if (place && !(await place.merge(columns).saveSeen(draft.version ?? 0))) return refused('stale')
  const saved = place ?? (await ListingPlace.create(columns))
  await followPlace(saved, before)
  unit().notify(PLACES_CHANGED, unit().tenant.id)
  return done(saved)
}

/** Listings that lie there keep its name. */
export async function removePlace(place: ListingPlace): Promise<void> {
  await place.delete()
  unit().notify(PLACES_CHANGED, unit().tenant.id)
}

function beforeOf({ name, latitude, longitude }: ListingPlace): PlaceBefore {
  return { name, latitude, longitude }
}

/** Its former name is one of its other names: links, lists and people know it by that. */
function columnsOf(draft: PlaceDraft, before: PlaceBefore | null) {
  const also = (draft.also ?? []).flatMap((one) => (one ?? '').split(','))
  const names = [...also, before?.name ?? ''].map((one) => one.trim())
  const others = names.filter((one) => one.toLowerCase() !== draft.name.toLowerCase())
  return {
    name: draft.name,
    also: [...new Set(others)].filter((one) => one !== '' && one.length <= 80).slice(-20),
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
