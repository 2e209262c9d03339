import type { MarketKey } from '#kernel/markets/market_pack'

export const SORTS = ['price', '-price', 'size', '-size', 'created', '-created'] as const
export const SIZE_UNITS = ['sqft', 'sqm', 'acre', 'hectare'] as const

export type Sort = (typeof SORTS)[number]
export type SizeUnit = (typeof SIZE_UNITS)[number]

/** What was understood of somebody's words; what they did not say is absent. */
export interface Parsed {
  deal_type?: 'sale' | 'rent'
  types?: string[]
  beds_min?: number
  beds_max?: number
  baths_min?: number
  /** In minor units of `currency`; rents are for a month. */
  price_min_minor?: number
  price_max_minor?: number
  currency?: string
  /** Keys of localities and cities. */
  localities?: string[]
  size_min?: number
  size_max?: number
  size_unit?: SizeUnit
  features?: string[]
  sort?: Sort
  /** The words that none of the filters expresses, in their order. */
  rest?: string
}

/** Something that the agency knows, and its own words for it; common synonyms come by themselves. */
export interface Term {
  key: string
  words?: string[]
}

/** A locality or a city; a city is its own `city`. */
export interface Place {
  key: string
  name: string
  city?: string
  postcode?: string
  also: string[]
}

/** What can be asked for. Keep one object for an agency: reading prepares it once. */
export interface Vocabulary {
  market: MarketKey
  currency: string
  localities: Place[]
  propertyTypes: Term[]
  features: Term[]
  /** The unit of a size that is told without one. */
  areaUnit: SizeUnit
}
