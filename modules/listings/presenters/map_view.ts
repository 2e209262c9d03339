import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import maps from '#config/maps'
import { type Locality, citiesOf, localitiesOf } from '#kernel/markets/localities'
import { inOneText } from '../queries/listing_filters.ts'
import type { ListRequest } from '../queries/listing_list.ts'
import { type MapExtent, mapExtent } from '../queries/map_cells.ts'
import { ownPlaces } from '../queries/own_places.ts'
import { areaIn, boxIn, circleIn } from '../queries/nearness.ts'

/** What the address says of the map itself, and where one stands in the list. */
const PLACES = new Set(['box', 'area', 'after', 'before', 'open', 'as'])

/** The map of a list: where it begins, what is drawn on it, and the form that narrows by it. */
export async function mapView(ctx: HttpContext, request: ListRequest, total: number) {
  const { filters } = request
  const extent = await mapExtent(ctx.staff.actor, request)
  const area = areaIn(filters.area ?? '')
  const settings = {
    cells: `/app/listings/map-cells?${new URLSearchParams(pairsOf(ctx))}`,
    extent: extent.placed > 0 ? cornersOf(extent) : groundOf(ctx),
    area: area?.map(({ latitude, longitude }) => [latitude, longitude]) ?? null,
    circle: circleIn(filters.near, filters.own),
    places: maps.tiles ? [] : await placesOf(ctx),
    tiles: maps.tiles,
    attribution: maps.attribution,
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

/** With nothing to show, the ground that the agency works on. */
function groundOf({ tenant }: HttpContext) {
  const places = localitiesOf(tenant!.market)
  const [latitudes, longitudes] = [places.map(({ lat }) => lat), places.map(({ lng }) => lng)]
  return [
    [Math.min(...latitudes), Math.min(...longitudes)],
    [Math.max(...latitudes), Math.max(...longitudes)],
  ]
}

async function placesOf({ tenant }: HttpContext) {
  const named = (look: string) => (place: Locality) => ({
    name: place.name,
    at: [place.lat, place.lng],
    look,
  })
  const { market } = tenant!
  const own = (await ownPlaces()).flatMap(({ name, latitude, longitude }) =>
    latitude === null ? [] : [{ name, at: [latitude, longitude], look: 'part' }]
  )
  return [
    ...citiesOf(market).map(named('town')),
    ...localitiesOf(market).map(named('part')),
    ...own,
  ]
}

function pairsOf({ request }: HttpContext): [string, string][] {
  return Object.entries(request.qs()).flatMap(([name, value]): [string, string][] => {
    const text = inOneText(value)
    return typeof text === 'string' && text !== '' ? [[name, text]] : []
  })
}
