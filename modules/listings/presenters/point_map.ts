import type { HttpContext } from '@adonisjs/core/http'
import type { KnownPlace } from '#kernel/places/place_provider'
import { groundOf, mapPictures, mapPlaces } from './map_ground.ts'

/** The names of a form's fields: where the point is kept, and those that name a place, the narrowest first. */
interface PointFields {
  latitude: string
  longitude: string
  within: string[]
}

/** What the small map of a form carries along, on which somebody points. */
export function pointMap(
  { tenant, i18n }: HttpContext,
  fields: PointFields,
  places: KnownPlace[]
): string {
  const { market } = tenant!
  return JSON.stringify({
    fields,
    extent: groundOf(market),
    places: mapPlaces(market, places),
    point: i18n.t('listings.point.said'),
    ...mapPictures,
  })
}
