import { unitSql } from '#kernel/tenancy/sql'
import { squareMetres } from '../areas.ts'
import type Listing from '../models/listing.ts'
import { type Circle, boxAround, distanceSql } from './nearness.ts'

/** Looked at in widening circles, until enough are found. */
const KILOMETRES = [2, 5, 10]
const ENOUGH = 5

export interface PriceContext {
  /** How many neighbours the median stands on. */
  count: number
  /** Minor units for a square metre. */
  median: number
  own: number
  kilometres: number
}

/** What neighbours of the same kind cost for their size; null where there is nothing to compare. */
export async function priceContext(listing: Listing): Promise<PriceContext | null> {
  const own = ownPrice(listing)
  const { latitude, longitude } = listing.property
  if (own === null || latitude === null || longitude === null) return null
  for (const kilometres of KILOMETRES) {
    const { count, median } = await medianWithin(listing, { latitude, longitude, kilometres })
    const isEnough = count >= ENOUGH || kilometres === KILOMETRES.at(-1)
    if (isEnough && median !== null) return { count, median, own, kilometres }
  }
  return null
}

/** For a square metre. */
function ownPrice({ priceMinor, property: { sizeValue, sizeUnit } }: Listing): number | null {
  if (priceMinor === null || sizeValue === null || sizeUnit === null) return null
  return priceMinor / squareMetres(sizeValue, sizeUnit)
}

interface Median {
  count: number
  median: number | null
}

/** A box that the index answers, and within it the distance over the ground (haversine). */
const MEDIAN = `
  select count(*) as count,
        percentile_cont(0.5) within group (order by listings.price_minor / property.size_sqm) as median
   from listings join properties as property on property.id = listings.property_id
  where listings.deleted_at is null and listings.id <> ?
    and listings.status in ('active', 'under_offer', 'closed')
    and listings.deal_type = ? and listings.rent_period is not distinct from ?
    and listings.currency = ? and listings.price_minor > 0
    and property.type = ? and property.size_sqm > 0
    and property.latitude between ? and ? and property.longitude between ? and ?`

async function medianWithin(listing: Listing, circle: Circle): Promise<Median> {
  const box = boxAround(circle)
  const { rows } = await unitSql<Median>(`${MEDIAN} and ${distanceSql(circle, 'property')} <= ?`, [
    ...[listing.id, listing.dealType, listing.rentPeriod, listing.currency, listing.property.type],
    ...[box.south, box.north, box.west, box.east, circle.kilometres],
  ])
  return rows[0]
}
