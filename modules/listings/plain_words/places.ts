import type { Place } from './parsed.ts'

/**
 * The places that were meant: beside a locality of its own a city only says which one. "Hillside,
 * Bulawayo" is not Harare's, and "Baner, Pune" not all of Pune.
 */
export function placesMeant(mentions: string[][], known: Place[]): string[] {
  if (mentions.length < 2) return [...new Set(mentions.flat())]
  const byKey = new Map(known.map((place) => [place.key, place]))
  const cities = new Set(mentions.flat().filter((key) => isCity(byKey.get(key))))
  const told = new Set([...cities].map((key) => byKey.get(key)?.city))
  const narrowed = mentions.map((keys) => within(keys, { cities, told, byKey }))
  const used = new Set(narrowed.flatMap(({ city }) => city ?? []))
  const meant = narrowed.flatMap(({ keys }) => keys)
  return [...new Set(meant.filter((key) => !isUsed(byKey.get(key), used)))]
}

interface Told {
  cities: Set<string>
  told: Set<string | undefined>
  byKey: Map<string, Place>
}

function within(keys: string[], { cities, told, byKey }: Told): { keys: string[]; city?: string } {
  if (keys.some((key) => cities.has(key))) return { keys }
  const inside = keys.filter((key) => told.has(byKey.get(key)?.city))
  return inside.length > 0 ? { keys: inside, city: byKey.get(inside[0])?.city } : { keys }
}

function isCity(place?: Place): boolean {
  return place !== undefined && place.city === place.name
}

function isUsed(place: Place | undefined, used: Set<string>): boolean {
  return place !== undefined && isCity(place) && used.has(place.name)
}
