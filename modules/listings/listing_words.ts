/** The words in which listings are kept; what people read of them stands in lang/en.json. */
export const dealTypes = ['sale', 'rent'] as const
export const rentPeriods = ['day', 'week', 'month', 'year'] as const
export const visibilities = ['public', 'private', 'exclusive'] as const
export const authorityKinds = ['sole', 'joint', 'open'] as const
export const closedAs = ['sold', 'rented'] as const
export const sizeUnits = ['sqm', 'sqft'] as const
export const plotUnits = ['sqm', 'sqft', 'acre', 'hectare'] as const
export const verifiedParts = ['owner', 'property'] as const

export const listingStatuses = [
  'draft',
  'pending_review',
  'active',
  'paused',
  'under_offer',
  'closed',
  'expired',
  'withdrawn',
] as const

/** A listing that has come to one of these is history, and nothing is a duplicate of it. */
export const overStatuses: readonly ListingStatus[] = ['closed', 'expired', 'withdrawn']

export const propertyTypes = [
  'house',
  'apartment',
  'townhouse',
  'duplex',
  'villa',
  'cottage',
  'land',
  'farm',
  'office',
  'retail',
  'industrial',
  'other',
] as const

/** Types in which people sleep: for the others nobody counts bedrooms. */
export const homeTypes: readonly PropertyType[] = propertyTypes.slice(0, 6)

const typeFamilies: readonly (readonly PropertyType[])[] = [
  ['house', 'townhouse', 'duplex', 'villa', 'cottage'],
  ['land', 'farm'],
  ['office', 'retail', 'industrial'],
]

/** The types that somebody who looks at this one looks at, too. */
export function familyOf(type: PropertyType): readonly PropertyType[] {
  return typeFamilies.find((family) => family.includes(type)) ?? [type]
}

export const features = [
  'air_conditioning',
  'backup_power',
  'balcony',
  'basement',
  'borehole',
  'clubhouse',
  'fireplace',
  'furnished',
  'garage',
  'garden',
  'gated',
  'gym',
  'lift',
  'parking',
  'pets_welcome',
  'pool',
  'renovated',
  'security',
  'solar',
  'staff_quarters',
  'view',
  'waterfront',
] as const

export type DealType = (typeof dealTypes)[number]
export type RentPeriod = (typeof rentPeriods)[number]
export type Visibility = (typeof visibilities)[number]
export type AuthorityKind = (typeof authorityKinds)[number]
export type ClosedAs = (typeof closedAs)[number]
export type SizeUnit = (typeof sizeUnits)[number]
export type PlotUnit = (typeof plotUnits)[number]
export type VerifiedPart = (typeof verifiedParts)[number]
export type ListingStatus = (typeof listingStatuses)[number]
/** What makes two listings alike. */
export type LikenessReason = 'property' | 'address' | 'place'
export type PropertyType = (typeof propertyTypes)[number]
export type Feature = (typeof features)[number]
