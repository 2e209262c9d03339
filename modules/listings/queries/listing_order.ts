import { Keyset } from '#kernel/lists/keyset'

/** The orders in which listings can be listed. */
export const listingOrder = new Keyset(
  'listings',
  {
    created: { key: 'listings.created_at', type: 'timestamptz', down: true },
    title: { key: 'lower(listings.title)', type: 'text' },
    price: { key: 'coalesce(listings.price_minor, -1)', type: 'bigint' },
    size: { key: 'coalesce(property.size_sqm, -1)', type: 'double precision' },
    quality: { key: 'listings.quality_score', type: 'integer' },
    authority: { key: `coalesce(listings.authority_until, 'infinity'::date)`, type: 'date' },
    agent: { key: `lower(coalesce(agent.name, ''))`, type: 'text' },
  },
  'created'
)

export type Place = ReturnType<typeof listingOrder.placeFrom>
