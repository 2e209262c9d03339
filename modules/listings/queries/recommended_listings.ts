import type { Actor } from '#kernel/tenancy/actor'
import type { ContactRequirement } from '#modules/contacts'
import type { Home } from '../fitting/judge.ts'
import type { RentPeriod, Visibility } from '../listing_words.ts'
import Listing from '../models/listing.ts'
import { PUBLIC_TITLE } from './site/discreet.ts'

/** As many as are weighed; the closest come first. */
const MOST = 40
/** How far outside the budget a price may lie. */
const BAND = 0.1

export interface RecommendedRow extends Omit<Home, 'priceMinor' | 'sizeSqm'> {
  id: string
  reference: string
  /** What the client reads. */
  public_title: string
  price_minor: number | null
  currency: string
  rent_period: RentPeriod | null
  visibility: Visibility
  size_sqm: number | null
  sent_at: Date | null
}

const columns = [
  ...['id', 'reference', 'title', 'description', 'price_minor', 'currency', 'rent_period'],
  'visibility',
]
  .map((name) => `listings.${name}`)
  .concat(['type', 'locality', 'beds', 'baths', 'size_sqm', 'features'].map((n) => `property.${n}`))
  .concat('told.sent_at')

/** Looked up for each listing by its id: a guess at how many lie in a place leads astray. */
const ITS_PROPERTY = `cross join lateral (select * from properties
  where properties.id = listings.property_id offset 0) as property`

/** Listings on the market, in reach, that come near to what a contact looks for, but those turned down. */
export async function recommendedListings(
  actor: Actor,
  wanted: ContactRequirement
): Promise<RecommendedRow[]> {
  const query = Listing.reachableBy(actor, 'listings.view')
    .where('listings.status', 'active')
    .where('listings.deal_type', wanted.dealType)
    .where('listings.currency', wanted.currency)
    .whereRaw(`coalesce(listings.rent_period, 'month') = 'month'`)
    .joinRaw(ITS_PROPERTY)
    .joinRaw(
      `left join listing_recommendations as told
         on told.listing_id = listings.id and told.requirement_id = ?`,
      [wanted.id]
    )
    .whereNull('told.dismissed_at')
    .select(...columns)
    .limit(MOST)
  query.select(query.client.raw(`${PUBLIC_TITLE} as public_title`))
  narrowToWish(query, wanted)
  bringCloseFirst(query, wanted)
  return query.pojo<RecommendedRow>()
}

function bringCloseFirst(
  query: ReturnType<typeof Listing.query>,
  { features }: ContactRequirement
) {
  query
    .orderByRaw(
      'cardinality(array(select unnest(property.features) intersect select unnest(?::text[]))) desc',
      [features]
    )
    .orderByRaw('listings.created_at desc, listings.id desc')
}

function narrowToWish(query: ReturnType<typeof Listing.query>, wanted: ContactRequirement): void {
  const { budgetFromMinor: from, budgetToMinor: to, localities, types, bedsMin } = wanted
  const orNone = 'listings.price_minor is null or listings.price_minor'
  if (to !== null) query.whereRaw(`(${orNone} <= ?)`, [Math.round(to * (1 + BAND))])
  if (from !== null) query.whereRaw(`(${orNone} >= ?)`, [Math.round(from * (1 - BAND))])
  if (types.length > 0) query.whereIn('property.type', types)
  if (localities.length > 0)
    query.whereRaw('lower(property.locality) = any(?)', [
      localities.map((one) => one.toLowerCase()),
    ])
  if (bedsMin !== null) query.whereRaw('coalesce(property.beds, ?) >= ?', [bedsMin, bedsMin - 1])
}
