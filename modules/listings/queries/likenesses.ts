import { knownPlaces } from '#kernel/places/known_places'
import type { KnownPlace } from '#kernel/places/place_provider'
import { unitSql } from '#kernel/tenancy/sql'
import { overStatuses } from '../listing_words.ts'

/** As many of one home are more than anybody looks through. */
const AT_MOST = 20

/** A listing that can be the same as another: what is over is history, not a duplicate. */
const isLive = `deleted_at is null and status <> all(array['${overStatuses.join(`','`)}'])`

/** What is offered there: first by the index on the property, to which `offset 0` keeps a planner that knows no numbers yet. */
const offersOf = (property: string) => `select offers.id from (
    select id, deal_type, status, deleted_at from listings
     where property_id = ${property} offset 0) as offers
  where offers.deal_type is not distinct from mine.deal_type and offers.id is distinct from mine.id
    and ${isLive} limit ${AT_MOST}`

/** Homes first, by their index, then what is offered there. */
const offersAt = (condition: string) => `cross join lateral (
    select id from properties as home where id is distinct from mine.property_id and ${condition} offset 0) as home
  cross join lateral (${offersOf('home.id')}) as theirs`

const sameTown = `(lower(home.locality) = lower(mine.locality) or lower(home.city) = lower(mine.city)
  or home.postcode = mine.postcode)`

/** Two numbers of a street, or two doors of a house, are two homes wherever they stand on the map. */
const sameDoor = `coalesce(substring(home.address_key from '\\d+') = substring(mine.address_key from '\\d+'), true)
  and coalesce(nullif(split_part(home.address_key, '|', 2), '') = nullif(split_part(mine.address_key, '|', 2), ''), true)`

/** 30 m, first as a box that leads the index. */
const within = `home.latitude between mine.latitude - 0.00028 and mine.latitude + 0.00028
  and home.longitude between mine.longitude - 0.00028 / cos(radians(mine.latitude)) and mine.longitude + 0.00028 / cos(radians(mine.latitude))
  and 111195 * sqrt((home.latitude - mine.latitude) ^ 2 + ((home.longitude - mine.longitude) * cos(radians(mine.latitude))) ^ 2) <= 30`

const sameHome = `home.type is not distinct from mine.type and home.beds is not distinct from mine.beds
  and abs(home.size_sqm - mine.size_sqm) <= 0.02 * greatest(home.size_sqm, mine.size_sqm)`

/**
 * What is like the rows of `mine` (of `comparedColumns`), with the reason: each part is led by an
 * index, so the work grows with the rows of `mine` alone. A place that is only the middle of a
 * locality says nothing; its parameters are the latitudes and longitudes of those.
 */
const alike = `
found as (
  select mine.id as one, theirs.id as other, 'property' as reason
    from mine cross join lateral (${offersOf('mine.property_id')}) as theirs
  union all
  select mine.id, theirs.id, 'address' from mine ${offersAt(`home.address_key = mine.address_key and ${sameTown}`)}
  union all
  select mine.id, theirs.id, 'place' from mine ${offersAt(`${within} and ${sameHome} and ${sameDoor}`)}
   where not exists (select from unnest(?::float8[], ?::float8[]) as middle (lat, lng)
     where middle.lat = mine.latitude and middle.lng = mine.longitude))`

const ofListings = `
mine as materialized (
  select listings.id, property_id, deal_type, address_key, locality, city, postcode, type, beds, size_sqm, latitude, longitude
    from listings cross join lateral (
      select address_key, locality, city, postcode, type, beds, size_sqm, latitude, longitude
        from properties where id = property_id offset 0) as property
   where listings.id = any(?::uuid[]) and ${isLive})`

/**
 * Looks for the likeness of these listings to all others, and keeps it anew. Pairs that somebody
 * dismissed stay dismissed.
 */
export async function keepLikenesses(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await unitSql(
    `with ${ofListings}, ${alike}
     insert into listing_pairs (first_id, second_id, reasons)
     select least(one, other), greatest(one, other), array_agg(distinct reason)
       from found group by 1, 2 order by 1, 2
     on conflict (first_id, second_id) do update
       set reasons = excluded.reasons, updated_at = now()
     where listing_pairs.state = 'open'`,
    [ids, ...(await middles())]
  )
  // What was found just now carries this unit's instant, or a later one.
  await unitSql(
    `delete from listing_pairs where state = 'open' and updated_at < now()
        and (first_id = any(?::uuid[]) or second_id = any(?::uuid[]))`,
    [ids, ids]
  )
}

/** A home as it is being typed in; the order of these is that of `mine`. */
export interface TypedHome {
  except: string | null
  dealType: string
  addressKey: string | null
  locality: string | null
  city: string | null
  postcode: string | null
  type: string
  beds: number | null
  sizeSqm: number | null
  latitude: number | null
  longitude: number | null
}

/** The listings that are like what is being typed, with all the reasons. */
export async function likeTyped(home: TypedHome): Promise<Map<string, string[]>> {
  const { except, dealType, type, beds, sizeSqm, latitude, longitude, ...where } = home
  const values = [except, except, dealType, where.addressKey, where.locality, where.city]
  const { rows } = await unitSql<{ other: string; reasons: string[] }>(
    `with mine as materialized (
       select ?::uuid as id, (select property_id from listings where id = ?::uuid) as property_id, ?::text as deal_type,
              ?::text as address_key, ?::text as locality, ?::text as city, ?::text as postcode, ?::text as type,
              ?::integer as beds, ?::float8 as size_sqm, ?::float8 as latitude, ?::float8 as longitude), ${alike}
     select other, array_agg(distinct reason) as reasons from found group by other order by other limit ${AT_MOST}`,
    [...values, where.postcode, type, beds, sizeSqm, latitude, longitude, ...(await middles())]
  )
  return new Map(rows.map(({ other, reasons }) => [other, reasons]))
}

type Middle = KnownPlace & { lat: number; lng: number }

async function middles(): Promise<[number[], number[]]> {
  const known = (await knownPlaces()).filter((place): place is Middle => place.lat !== null)
  return [known.map(({ lat }) => lat), known.map(({ lng }) => lng)]
}
