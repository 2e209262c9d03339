import type { Place } from './parsed.ts'

/** A name in the text. Several places may share it. */
export interface Mention {
  keys: string[]
  /** "Or" stands beside it. */
  isApart: boolean
}

interface Known {
  places: Map<string, Place>
  /** The names of cities that say where the localities beside them are. */
  cities: Set<string>
}

/**
 * The places that were meant: beside a locality of its own a city only says which one. "Hillside,
 * Bulawayo" is not Harare's, and "Baner, Pune" not all of Pune.
 */
export function placesMeant(mentions: Mention[], vocabulary: Place[]): string[] {
  if (mentions.length < 2) return mentions.flatMap(({ keys }) => keys)
  const places = new Map(vocabulary.map((place) => [place.key, place]))
  const cities = new Set(mentions.flatMap((mention) => citiesNamed(mention, places)))
  const keys = mentions.flatMap((mention) => inTheirCity(mention.keys, { places, cities }))
  const parts = keys.map((key) => places.get(key)).filter((place) => !isCity(place))
  const inside = new Set(parts.map((place) => place?.city))
  return [...new Set(keys.filter((key) => !isNamedOnly(places.get(key), inside, cities)))]
}

function inTheirCity(keys: string[], { places, cities }: Known): string[] {
  const inside = keys.filter((key) => cities.has(places.get(key)?.city ?? ''))
  return inside.length > 0 ? inside : keys
}

function citiesNamed({ keys, isApart }: Mention, places: Known['places']): string[] {
  const named = isApart ? [] : keys.map((key) => places.get(key)).filter(isCity)
  return named.flatMap((place) => place?.city ?? [])
}

function isNamedOnly(
  place: Place | undefined,
  inside: Set<string | undefined>,
  cities: Set<string>
): boolean {
  return isCity(place) && inside.has(place?.city) && cities.has(place?.city ?? '')
}

function isCity(place?: Place): boolean {
  return place !== undefined && place.city === place.name
}
