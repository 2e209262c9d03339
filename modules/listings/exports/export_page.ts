import type { ListQuery } from '#app/exports'
import { currentActor } from '#kernel/tenancy/tenancy'
import type Listing from '../models/listing.ts'
import { listRequest, listingsAsked } from '../queries/listing_list.ts'
import type { Place } from '../queries/listing_order.ts'

const PAGE = 500

/** Some listings with their properties; names of others stand in `$extras`. */
export interface ExportPage {
  listings: Listing[]
  next: ExportPlace
}

/** The row behind which the next page begins. */
export type ExportPlace = Place['cursor']

/** How many listings the current actor would export. */
export async function countAsked(query: ListQuery): Promise<number> {
  const { listings } = await asked(query)
  const [{ total }] = await listings.count('* as total').pojo<{ total: number }>()
  return Number(total)
}

/** The next page in the order of the list. */
export async function exportPage(
  query: ListQuery,
  after: ExportPlace,
  most = PAGE
): Promise<ExportPage> {
  const { listings: found, order, place } = await asked(query)
  order.arrange(found, { ...place, cursor: after, backwards: false })
  const listings = await found
    .joinRaw('join properties as property on property.id = listings.property_id')
    .joinRaw('left join members as agent on agent.id = listings.owner_id')
    .joinRaw('left join listing_categories as category on category.id = listings.category_id')
    .select('listings.*', 'agent.name as agent_name', 'agent.email as agent_email')
    .select('category.name as category_name')
    .select(found.client.raw(`${order.keyOf(place)} as sort_key`))
    .preload('property')
    .limit(most)
  return { listings, next: placeOf(listings.at(-1)) }
}

function placeOf(listing: Listing | undefined): ExportPlace {
  if (!listing) return null
  return { key: listing.$extras.sort_key as string, id: listing.id, position: 0 }
}

/** The list as its address asks for it, as far as this person may export. */
async function asked(query: ListQuery) {
  const actor = currentActor()
  const { order, place, ...request } = await listRequest(query, actor)
  return { listings: listingsAsked(actor, request, 'listings.export'), order, place }
}
