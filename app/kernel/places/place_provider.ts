import type { Locality } from '#kernel/markets/localities'

/** A place that people may name: one of the market's, or one of the agency's own. */
export interface KnownPlace extends Pick<Locality, 'name' | 'also' | 'postcode'> {
  city: string | null
  /** The middle, in degrees; null where nobody said. */
  lat: number | null
  lng: number | null
}

/** What a module knows of places besides those of the market; its manifest names the file with `places`. */
export interface PlaceProvider {
  places(): Promise<KnownPlace[]>
}
