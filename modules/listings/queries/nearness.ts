import { kilometresOf } from '#kernel/markets/distances'
import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import type { KnownPlace } from '#kernel/places/place_provider'
import { unit } from '#kernel/tenancy/tenancy'
import { isCalled } from '../places.ts'

const KILOMETRES_OF_A_DEGREE = 111.32
const FARTHEST = 500
const MOST_CORNERS = 100
const CIRCLE = /^(.+),\s*(\d{1,3}(?:\.\d{1,3})?)\s*(km|mi|miles?)?$/

export interface Circle {
  latitude: number
  longitude: number
  kilometres: number
}

export interface Box {
  south: number
  west: number
  north: number
  east: number
}

export interface Point {
  latitude: number
  longitude: number
}

/**
 * `47.66,-122.38,5`, `Ballard,5` or `Ballard, 3 mi`: so many kilometres or miles around; null where
 * it makes no sense. The places of the market are known, and those of the agency's `own`.
 */
export function circleIn(text = '', own?: KnownPlace[]): Circle | null {
  const { place, far, unit: said } = partsOfCircle(text)
  const kilometres = kilometresOf(Number(far), said)
  if (!place || !(kilometres > 0) || kilometres > FARTHEST) return null
  const middle = pointIn(place) ?? placeCalled(place, own)
  return middle && { ...middle, kilometres }
}

interface SaidCircle {
  place: string
  far: string
  unit: 'km' | 'mi'
}

/** What the middle is called, and how far it goes, as they were written. */
export function partsOfCircle(text: string): SaidCircle {
  const [, place = '', far = '', said = 'km'] = CIRCLE.exec(text.trim()) ?? []
  return { place, far, unit: said === 'km' ? 'km' : 'mi' }
}

/** The corners of an area, `47.6,-122.4;47.7,-122.4;47.7,-122.3`; null where it is none. */
export function areaIn(text: string): Point[] | null {
  const corners = text.split(';').map(pointIn)
  const isArea = corners.length > 2 && corners.length <= MOST_CORNERS
  return isArea && corners.every((one) => one !== null) ? corners : null
}

/** `south,west,north,east`. */
export function boxIn(text: string): Box | null {
  const [south, west, north, east] = text.split(',').map(Number)
  const one = { south, west, north, east }
  const isSound = Object.values(one).every(Number.isFinite) && south <= north && west <= east
  return isSound ? one : null
}

/** The box around a circle, for the index. */
export function boxAround({ latitude, longitude, kilometres }: Circle): Box {
  const high = kilometres / KILOMETRES_OF_A_DEGREE
  const wide = high / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  const [south, north] = [latitude - high, latitude + high]
  return { south, north, west: longitude - wide, east: longitude + wide }
}

export function boxOf(corners: Point[]): Box {
  const latitudes = corners.map(({ latitude }) => latitude)
  const longitudes = corners.map(({ longitude }) => longitude)
  return {
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
  }
}

/** Kilometres over the ground (haversine) to the property that is called `name` in the query. */
export function distanceSql({ latitude, longitude }: Point, name: string): string {
  const [here, there] = [Number(latitude), Number(longitude)]
  return `(2 * 6371 * asin(sqrt(least(1, sin(radians(${name}.latitude - (${here})) / 2) ^ 2
    + cos(radians(${here})) * cos(radians(${name}.latitude)) * sin(radians(${name}.longitude - (${there})) / 2) ^ 2))))`
}

function pointIn(text: string): Point | null {
  const [, one, other] =
    /^\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? []
  const [latitude, longitude] = [Number(one), Number(other)]
  const isSound = one !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  return isSound ? { latitude, longitude } : null
}

function placeCalled(typed: string, own: KnownPlace[] = []): Point | null {
  const { market } = unit().tenant
  const wanted = typed.trim()
  const towns = [...citiesOf(market), ...localitiesOf(market)]
  const found =
    towns.find((place) => place.key === wanted.toLowerCase() || isCalled(place, wanted)) ??
    own.find((place) => isCalled(place, wanted))
  return found && found.lat !== null && found.lng !== null
    ? { latitude: found.lat, longitude: found.lng }
    : null
}
