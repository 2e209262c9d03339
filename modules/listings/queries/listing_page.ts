import { cursorAt } from '#kernel/lists/keyset'
import type { Actor } from '#kernel/tenancy/actor'
import type Listing from '../models/listing.ts'
import { type ListRequest, listingsAsked } from './listing_list.ts'

interface ListingsPage {
  listings: Listing[]
  next: string | null
}

/** A page of whole listings with their properties, for programs: two queries, however many they are. */
export async function listingPage(
  actor: Actor,
  request: ListRequest,
  limit: number
): Promise<ListingsPage> {
  const query = listingsAsked(actor, request, 'listings.view')
  request.order.arrange(query, request.place)
  const found = await query
    .joinRaw('join properties as property on property.id = listings.property_id')
    .joinRaw('left join members as agent on agent.id = listings.owner_id')
    .select('listings.*')
    .select(query.client.raw(`${request.order.keyOf(request.place)} as sort_key`))
    .preload('property')
    .limit(limit + 1)
  const listings = found.slice(0, limit)
  const hasMore = found.length > limit
  return { listings, next: hasMore ? cursorOf(listings[listings.length - 1]) : null }
}

function cursorOf({ id, $extras }: Listing): string {
  return cursorAt({ id, sort_key: String($extras.sort_key) }, 0)
}
