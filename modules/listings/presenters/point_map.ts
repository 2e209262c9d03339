import type { HttpContext } from '@adonisjs/core/http'
import { groundOf, mapPictures, mapPlaces } from './map_ground.ts'

/** The names of a form's fields: where the point is kept, and those that name a place, the narrowest first. */
interface PointFields {
  latitude: string
  longitude: string
  within: string[]
}

/** What the small map of a form carries along, on which somebody points. */
export async function pointMap({ tenant, i18n }: HttpContext, fields: PointFields) {
  const { market } = tenant!
  return JSON.stringify({
    fields,
    extent: groundOf(market),
    places: await mapPlaces(market),
    point: i18n.t('listings.point.said'),
    ...mapPictures,
  })
}
