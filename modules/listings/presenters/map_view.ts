import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { knownPlaces } from '#kernel/places/known_places'
import { inOneText } from '../queries/filter_text.ts'
import type { ListRequest } from '../queries/listing_list.ts'
import { type MapExtent, mapExtent } from '../queries/map_cells.ts'
import { areaIn, boxIn, circleIn } from '../queries/nearness.ts'
import { groundOf, mapPictures, mapPlaces } from './map_ground.ts'

/** What the address says of the map itself, and where one stands in the list. */
const PLACES = new Set(['box', 'area', 'after', 'before', 'open', 'as'])

/** The map of a list: where it begins, what is drawn on it, and the form that narrows by it. */
export async function mapView(ctx: HttpContext, request: ListRequest, total: number) {
  const { filters } = request
  const { market } = ctx.tenant!
  const extent = await mapExtent(ctx.staff.actor, request)
  const area = areaIn(filters.area ?? '')
  const settings = {
    cells: `/app/listings/map-cells?${new URLSearchParams(pairsOf(ctx))}`,
    // With nothing to show, the ground that the agency works on.
    extent: extent.placed > 0 ? cornersOf(extent) : groundOf(market),
    area: area?.map(({ latitude, longitude }) => [latitude, longitude]) ?? null,
    circle: circleIn(filters.near, filters.own),
    places: mapPictures.tiles ? [] : mapPlaces(market, await knownPlaces()),
    ...mapPictures,
    failed: ctx.i18n.t('listings.map.failed'),
  }
  const text = JSON.stringify(settings)
  return {
    settings: text,
    /** A map with other settings is another map, not this one changed. */
    key: createHash('sha256').update(text).digest('hex').slice(0, 12),
    kept: pairsOf(ctx).filter(([name]) => !PLACES.has(name)),
    isNarrowed: area !== null || boxIn(filters.box ?? '') !== null,
    unplaced: total - extent.placed,
  }
}

function cornersOf({ south, west, north, east }: MapExtent) {
  return [
    [south, west],
    [north, east],
  ]
}

function pairsOf({ request }: HttpContext): [string, string][] {
  return Object.entries(request.qs()).flatMap(([name, value]): [string, string][] => {
    const text = inOneText(value)
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
}
