import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { Actor } from '#kernel/tenancy/actor'
import type { DealType, ListingStatus, RentPeriod } from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import { type ListRequest, listingsAsked } from './listing_list.ts'
import type { Box } from './nearness.ts'

export interface MapWindow extends Box {
  zoom: number
}

/** Listings that lie so near to each other that the map shows them as one. */
export interface MapCell extends Box {
  count: number
  latitude: number
  longitude: number
  /** One of them. */
  id: string
}

export interface MapListing {
  id: string
  title: string
  status: ListingStatus
  deal_type: DealType
  price_minor: number | null
  currency: string
  rent_period: RentPeriod | null
}

/** How far the listings reach, and how many have a place at all. */
export interface MapExtent extends Box {
  placed: number
}

/** In pixels: two prices beside each other. */
const CELL = 72
const DEGREES_AT_ZOOM_0 = 360 / 256
/** More cells than any window has. */
const MOST = 2_000

/**
 * The listings within the window, put together by the squares of a grid, so that an answer is as
 * long as a window is large, whatever the agency has.
 */
export async function mapCells(
  actor: Actor,
  request: Pick<ListRequest, 'filters' | 'deleted'>,
  window: MapWindow
): Promise<MapCell[]> {
  const wide = (CELL * DEGREES_AT_ZOOM_0) / 2 ** window.zoom
  const high = wide * Math.cos((((window.south + window.north) / 2) * Math.PI) / 180)
  const query = placed(listingsAsked(actor, request, 'listings.view'))
  return query
    .whereBetween('property.latitude', [window.south, window.north])
    .whereBetween('property.longitude', [window.west, window.east])
    .groupByRaw('floor(property.latitude / ?), floor(property.longitude / ?)', [high, wide])
    .select(query.client.raw('count(*)::integer as count, min(listings.id::text) as id'))
    .select(
      query.client.raw('avg(property.latitude) as latitude, avg(property.longitude) as longitude')
    )
    .select(query.client.raw(EXTENT))
    .orderByRaw('1 desc')
    .limit(MOST)
    .pojo<MapCell>()
}

/** Those that stand alone, with what the map says of them. */
export async function listingsOnMap(
  actor: Actor,
  { deleted }: Pick<ListRequest, 'deleted'>,
  cells: MapCell[]
): Promise<MapListing[]> {
  const ids = cells.filter(({ count }) => count === 1).map(({ id }) => id)
  return listingsAsked(actor, { filters: { custom: {} }, deleted }, 'listings.view')
    .whereIn('listings.id', ids)
    .select('id', 'title', 'status', 'deal_type', 'price_minor', 'currency', 'rent_period')
    .pojo<MapListing>()
}

/** What the map shows first. */
export async function mapExtent(
  actor: Actor,
  request: Pick<ListRequest, 'filters' | 'deleted'>
): Promise<MapExtent> {
  const query = placed(listingsAsked(actor, request, 'listings.view'))
  return query
    .select(query.client.raw(`count(property.latitude)::integer as placed, ${EXTENT}`))
    .pojo<MapExtent>()
    .firstOrFail()
}

const EXTENT = `min(property.latitude) as south, max(property.latitude) as north,
  min(property.longitude) as west, max(property.longitude) as east`

function placed(query: ModelQueryBuilderContract<typeof Listing, unknown>) {
  return query
    .joinRaw('join properties as property on property.id = listings.property_id')
    .whereNotNull('property.latitude')
    .whereNotNull('property.longitude')
}
