import { isUuid } from '#kernel/tenancy/names'
import type { Actor } from '#kernel/tenancy/actor'
import {
  type LikenessReason,
  type ListingStatus,
  type PropertyType,
  type RentPeriod,
  type SizeUnit,
  overStatuses,
} from '../listing_words.ts'
import Listing from '../models/listing.ts'
import ListingPair from '../models/listing_pair.ts'

const PAGE = 25

/** One of the two, with what helps to tell whether they are the same. */
export interface PairSide {
  id: string
  reference: string
  title: string
  status: ListingStatus
  priceMinor: number | null
  currency: string
  rentPeriod: RentPeriod | null
  type: PropertyType
  beds: number | null
  size: number | null
  sizeUnit: SizeUnit | null
  line: string | null
  town: string | null
}

export interface LikelyPair {
  id: string
  reasons: LikenessReason[]
  first: PairSide
  second: PairSide
}

export interface PairPage {
  pairs: LikelyPair[]
  total: number
  /** Where the next page begins. */
  next: string | null
}

/** Listings that the actor may merge and that are not over since the pair was found. */
function mergeable(actor: Actor) {
  return Listing.reachableBy(actor, 'listings.update')
    .whereNotIn('listings.status', [...overStatuses])
    .select('listings.id')
}

/** Pairs of which the actor may merge both. */
function pairsFor(actor: Actor) {
  return ListingPair.query()
    .where('listing_pairs.state', 'open')
    .whereIn('first_id', mergeable(actor))
    .whereIn('second_id', mergeable(actor))
}

/** One page of them, the newest first: one query, counting included. */
export async function likelyPairs(actor: Actor, after?: unknown): Promise<PairPage> {
  const query = pairsFor(actor)
  const counting = query.clone().count('*').as('total')
  if (isUuid(after)) query.where('listing_pairs.id', '<', after)
  const found = await withSides(query)
    .select(counting)
    .orderBy('listing_pairs.id', 'desc')
    .limit(PAGE + 1)
    .pojo<LikelyPair & { total: number }>()
  const pairs = found.slice(0, PAGE)
  return {
    pairs,
    total: found[0]?.total ?? 0,
    next: found.length > PAGE ? pairs[PAGE - 1].id : null,
  }
}

/** The listings to which this one is likely the same. */
export async function likelyFor(actor: Actor, id: string): Promise<LikelyPair[]> {
  const query = pairsFor(actor).where((either) =>
    either.where('first_id', id).orWhere('second_id', id)
  )
  return withSides(query).orderBy('listing_pairs.id').limit(5).pojo<LikelyPair>()
}

function withSides(query: ReturnType<typeof pairsFor>) {
  for (const name of ['first', 'second'])
    query
      .joinRaw(`join listings as ${name} on ${name}.id = ${name}_id`)
      .joinRaw(`join properties as ${name}_home on ${name}_home.id = ${name}.property_id`)
  return query
    .select('listing_pairs.id', 'reasons')
    .select(query.client.raw(`${side('first')}, ${side('second')}`))
}

function side(name: 'first' | 'second'): string {
  const home = `${name}_home`
  return `json_build_object('id', ${name}.id, 'reference', ${name}.reference, 'title', ${name}.title,
    'status', ${name}.status, 'priceMinor', ${name}.price_minor, 'currency', ${name}.currency,
    'rentPeriod', ${name}.rent_period, 'type', ${home}.type, 'beds', ${home}.beds,
    'size', ${home}.size_value, 'sizeUnit', ${home}.size_unit, 'line', ${home}.address ->> 'line',
    'town', coalesce(${home}.locality, ${home}.city)) as ${name}`
}
