import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { KnownPlace } from '#kernel/places/place_provider'
import type Property from '../models/property.ts'
import { type Box, areaIn, boxAround, boxOf, circleIn, distanceSql } from './nearness.ts'

type PropertyQuery = ModelQueryBuilderContract<typeof Property, unknown>

export function narrowToCircle(query: PropertyQuery, text: string, own?: KnownPlace[]): void {
  const circle = circleIn(text, own)
  if (!circle) return
  narrowToBox(query, boxAround(circle))
  query.whereRaw(`${distanceSql(circle, 'properties')} <= ?`, [circle.kilometres])
}

export function narrowToArea(query: PropertyQuery, text: string): void {
  const corners = areaIn(text)
  if (!corners) return
  narrowToBox(query, boxOf(corners))
  const path = corners.map(({ latitude, longitude }) => `(${longitude},${latitude})`).join(',')
  query.whereRaw('?::polygon @> point(properties.longitude, properties.latitude)', [`(${path})`])
}

/** A range of the index on places. */
export function narrowToBox(query: PropertyQuery, box: Box | null): void {
  if (!box) return
  query
    .whereBetween('properties.latitude', [box.south, box.north])
    .whereBetween('properties.longitude', [box.west, box.east])
}
