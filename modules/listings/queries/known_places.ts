import type { Actor } from '#kernel/tenancy/actor'
import Listing from '../models/listing.ts'

/** Where the agency has listings: the busiest places, by name. */
export async function knownPlaces(actor: Actor) {
  return {
    localities: await busiest(actor, 'locality'),
    cities: await busiest(actor, 'city'),
  }
}

async function busiest(actor: Actor, column: 'locality' | 'city'): Promise<string[]> {
  const rows = await Listing.reachableBy(actor, 'listings.view')
    .joinRaw('join properties as property on property.id = listings.property_id')
    .select(`property.${column} as value`)
    .whereNotNull(`property.${column}`)
    .groupBy(`property.${column}`)
    .orderByRaw('count(*) desc')
    .limit(60)
    .pojo<{ value: string }>()
  return rows.map(({ value }) => value).sort((one, other) => one.localeCompare(other))
}
