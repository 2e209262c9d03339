import maps from '#config/maps'
import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import type { MarketKey } from '#kernel/markets/market_pack'
import type { KnownPlace } from '#kernel/places/place_provider'

/** A place on a map: towns are named from afar, their parts from near. */
export interface MapPlace {
  name: string
  at: [number, number]
  look: 'town' | 'part'
}

/** The pictures of the ground, and whom their provider wants named. */
export const mapPictures = { tiles: maps.tiles, attribution: maps.attribution }

/** The ground that an agency of this market works on. */
export function groundOf(market: MarketKey) {
  const places = localitiesOf(market)
  const [latitudes, longitudes] = [places.map(({ lat }) => lat), places.map(({ lng }) => lng)]
  return [
    [Math.min(...latitudes), Math.min(...longitudes)],
    [Math.max(...latitudes), Math.max(...longitudes)],
  ]
}

/** The market's towns, and of the places that the agency knows all that have a middle. */
export function mapPlaces(
  market: MarketKey,
  places: KnownPlace[]
): (MapPlace & { names: string[] })[] {
  return [...citiesOf(market).flatMap(asLook('town')), ...places.flatMap(asLook('part'))]
}

type Placed = Pick<KnownPlace, 'name' | 'also' | 'postcode' | 'lat' | 'lng'>

function asLook(look: MapPlace['look']) {
  return ({ name, also, postcode, lat, lng }: Placed) => {
    if (lat === null || lng === null) return []
    const names = [name, ...also, ...(postcode ? [postcode] : [])]
    return [{ name, names, at: [lat, lng] as [number, number], look }]
  }
}
