import type { CustomValues } from '#app/records'
import { type Page, pageOf } from '#kernel/lists/keyset'
import { narrowToReach } from '#kernel/models/reachable'
import { restorableSince } from '#kernel/models/soft_deletes'
import type { Actor } from '#kernel/tenancy/actor'
import type {
  DealType,
  ListingStatus,
  PlotUnit,
  PropertyType,
  RentPeriod,
  SizeUnit,
  Visibility,
} from '../listing_words.ts'
import Listing from '../models/listing.ts'
import { askedFilters } from './asked_filters.ts'
import { type ListingFilters, narrow } from './listing_filters.ts'
import { type ListingOrder, type Place, listingOrderFrom } from './listing_order.ts'
import { circleIn } from './nearness.ts'

const PAGE = 25

export interface ListRequest {
  filters: ListingFilters
  /** Those that were deleted and can be restored, instead of the others. */
  deleted: boolean
  order: ListingOrder
  place: Place
}

export interface ListingRow {
  id: string
  reference: string
  title: string
  deal_type: DealType
  price_minor: number | null
  currency: string
  rent_period: RentPeriod | null
  status: ListingStatus
  visibility: Visibility
  quality_score: number
  fresh_until: string | null
  authority_until: string | null
  tag_names: string[]
  custom: CustomValues
  created_at: Date
  deleted_at: Date | null
  type: PropertyType
  locality: string | null
  city: string | null
  size_value: number | null
  size_unit: SizeUnit | null
  plot_value: number | null
  plot_unit: PlotUnit | null
  beds: number | null
  baths: number | null
  agent_name: string | null
  category_name: string | null
  sort_key: string
  /** How many the list has in all; the same in every row. */
  total: number
}

export type ListingPage = Page<ListingRow>

/** What an address asks of the list. Who may not restore sees nothing that is deleted. */
export async function listRequest(
  asked: Record<string, unknown>,
  actor: Actor
): Promise<ListRequest> {
  const deleted = asked.status === 'deleted' && actor.can('listings.delete')
  const filters = await askedFilters(asked)
  if (filters.status === 'deleted') delete filters.status
  const order = listingOrderFrom(circleIn(filters.near, filters.own))
  return { filters, deleted, order, place: order.placeFrom(asked) }
}

/** The listings that a request is about, as far as `permission` reaches: for pages and bulk acts alike. */
export function listingsAsked(
  actor: Actor,
  { filters, deleted }: Pick<ListRequest, 'filters' | 'deleted'>,
  permission: string
) {
  const query = narrowToReach(deleted ? deletedListings() : Listing.query(), actor, permission)
  narrow(query, filters, actor)
  return query
}

/** One page of the list, and how many there are: one query, however many rows. */
export async function listingList(actor: Actor, request: ListRequest): Promise<ListingPage> {
  const { order, place } = request
  const query = listingsAsked(actor, request, 'listings.view')
  const counting = query.clone().count('*').as('total')
  order.arrange(query, place)
  const found = await query
    .joinRaw('join properties as property on property.id = listings.property_id')
    .joinRaw('left join members as agent on agent.id = listings.owner_id')
    .joinRaw('left join listing_categories as category on category.id = listings.category_id')
    .select(...columns)
    .select(query.client.raw(`${order.keyOf(place)} as sort_key`), counting)
    .limit(PAGE + 1)
    .pojo<ListingRow>()
  return pageOf(found, place, PAGE)
}

const columns = [
  ...['id', 'reference', 'title', 'deal_type', 'price_minor', 'currency', 'rent_period'],
  ...['status', 'visibility', 'quality_score', 'fresh_until', 'authority_until', 'tag_names'],
  ...['created_at', 'deleted_at', 'custom'],
]
  .map((name) => `listings.${name}`)
  .concat(
    ['type', 'locality', 'city', 'size_value', 'size_unit', 'plot_value', 'plot_unit']
      .concat('beds', 'baths')
      .map((name) => `property.${name}`)
  )
  .concat('agent.name as agent_name', 'category.name as category_name')

function deletedListings() {
  return Listing.withDeleted()
    .whereNull('listings.merged_into')
    .where('listings.deleted_at', '>', restorableSince().toJSDate())
}
