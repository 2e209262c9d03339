/** A part of a town, as people who look for a home name it. */
export interface Locality {
  /** Unique in its market and never changed: listings and saved searches refer to it. */
  key: string
  name: string
  city: string
  postcode?: string
  /** The centre, in degrees. */
  lat: number
  lng: number
  /** Other names and spellings. Neighbours may share one: "West Seattle" is three localities. */
  also: string[]
}

/** Reads a table of `Name | postcode | latitude longitude | other names` lines of one city. */
export function inCity(city: string, table: string): Locality[] {
  return linesOf(table).map(([name = '', postcode = '', place = '', also = '']) => {
    const key = keyOf(`${city} ${name}`)
    return { key, name, city, ...(postcode && { postcode }), ...degrees(place), also: names(also) }
  })
}

/** Reads a table of `postcode | Name | City | latitude longitude | other names` lines. */
export function byPostcode(table: string): Locality[] {
  return linesOf(table).map(([postcode = '', name = '', city = '', place = '', also = '']) => {
    return { key: postcode, name, city, postcode, ...degrees(place), also: names(also) }
  })
}

/** "Pimpri-Chinchwad" becomes "pimpri_chinchwad". */
export function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
}

function linesOf(table: string): string[][] {
  const lines = table.trim().split('\n')
  return lines.map((line) => line.split('|').map((part) => part.trim()))
}

function degrees(place: string): { lat: number; lng: number } {
  const [lat, lng] = place.split(' ').map(Number)
  return { lat, lng }
}

function names(list: string): string[] {
  return list === '' ? [] : list.split(',').map((name) => name.trim())
}
