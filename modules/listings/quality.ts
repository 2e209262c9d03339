import { homeTypes } from './listing_words.ts'
import type Listing from './models/listing.ts'
import type Property from './models/property.ts'

type Described = Pick<
  Listing,
  | 'title'
  | 'description'
  | 'priceMinor'
  | 'authorityUntil'
  | 'ownerVerifiedAt'
  | 'propertyVerifiedAt'
>
type Located = Pick<
  Property,
  'type' | 'address' | 'latitude' | 'sizeValue' | 'plotValue' | 'beds' | 'baths' | 'features'
>

export interface Judged {
  listing: Described
  property: Located
  photos: number
}

export interface QualityFactor {
  key: keyof typeof factors
  points: number
  most: number
}

const ENOUGH = { photos: 8, description: 400, features: 4 }

/** What a good listing has, and how many of its 100 points each part is worth. */
const factors = {
  photos: { most: 25, share: ({ photos }: Judged) => photos / ENOUGH.photos },
  description: {
    most: 20,
    share: ({ listing }: Judged) => (listing.description?.length ?? 0) / ENOUGH.description,
  },
  title: { most: 5, share: ({ listing }: Judged) => (listing.title.length >= 15 ? 1 : 0) },
  price: { most: 10, share: ({ listing }: Judged) => (listing.priceMinor === null ? 0 : 1) },
  address: { most: 5, share: ({ property }: Judged) => (property.address.line ? 1 : 0) },
  place: { most: 5, share: ({ property }: Judged) => (property.latitude === null ? 0 : 1) },
  size: { most: 5, share: ({ property }: Judged) => (measured(property) ? 1 : 0) },
  rooms: { most: 5, share: ({ property }: Judged) => (roomsAreSaid(property) ? 1 : 0) },
  features: {
    most: 5,
    share: ({ property }: Judged) => property.features.length / ENOUGH.features,
  },
  authority: { most: 5, share: ({ listing }: Judged) => (listing.authorityUntil ? 1 : 0) },
  owner_verified: { most: 5, share: ({ listing }: Judged) => (listing.ownerVerifiedAt ? 1 : 0) },
  property_verified: {
    most: 5,
    share: ({ listing }: Judged) => (listing.propertyVerifiedAt ? 1 : 0),
  },
}

/** Factor by factor, in the order of what is still to be gained. */
export function qualityFactors(judged: Judged): QualityFactor[] {
  const keys = Object.keys(factors) as (keyof typeof factors)[]
  return keys
    .map((key) => {
      const { most, share } = factors[key]
      return { key, most, points: Math.round(most * Math.min(1, share(judged))) }
    })
    .sort((one, other) => other.most - other.points - (one.most - one.points))
}

export function qualityOf(judged: Judged): number {
  return qualityFactors(judged).reduce((sum, { points }) => sum + points, 0)
}

function measured({ type, sizeValue, plotValue }: Located): boolean {
  return type === 'land' || type === 'farm' ? plotValue !== null : sizeValue !== null
}

function roomsAreSaid({ type, beds, baths }: Located): boolean {
  return !homeTypes.includes(type) || (beds !== null && baths !== null)
}
