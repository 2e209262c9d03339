import { Keyset } from '#kernel/lists/keyset'
import { type Point, distanceSql } from './nearness.ts'

const orders = {
  created: { key: 'listings.created_at', type: 'timestamptz', down: true },
  title: { key: 'lower(listings.title)', type: 'text' },
  price: { key: 'coalesce(listings.price_minor, -1)', type: 'bigint' },
  size: { key: 'coalesce(property.size_sqm, -1)', type: 'double precision' },
  quality: { key: 'listings.quality_score', type: 'integer' },
  authority: { key: `coalesce(listings.authority_until, 'infinity'::date)`, type: 'date' },
  agent: { key: `lower(coalesce(agent.name, ''))`, type: 'text' },
} as const

/** The orders in which listings can be listed. */
const listingOrder = new Keyset<OrderName>(
  'listings',
  { ...orders, near: orders.created },
  'created'
)

type OrderName = keyof typeof orders | 'near'

/** The same, and first of all the nearest to a point, where the question names one. */
export function listingOrderFrom(point: Point | null): Keyset<OrderName> {
  if (!point) return listingOrder
  const near = { key: `round(${distanceSql(point, 'property')}::numeric, 6)::double precision` }
  return new Keyset<OrderName>(
    'listings',
    { ...orders, near: { ...near, type: 'double precision' } },
    'near'
  )
}

export type ListingOrder = ReturnType<typeof listingOrderFrom>
export type Place = ReturnType<ListingOrder['placeFrom']>
