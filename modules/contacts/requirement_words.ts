/** The words in which it is kept what contacts look for; those of the trade, which listings speak, too. */
export const dealTypes = ['sale', 'rent'] as const
export const timings = ['now', 'three_months', 'half_year', 'year', 'later'] as const

export const wantedTypes = [
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

export const wantedFeatures = [
  'air_conditioning',
  'backup_power',
  'balcony',
  'borehole',
  'furnished',
  'garage',
  'garden',
  'gated',
  'lift',
  'parking',
  'pets_welcome',
  'pool',
  'security',
  'solar',
  'staff_quarters',
  'view',
] as const

export type DealType = (typeof dealTypes)[number]
export type Timing = (typeof timings)[number]
export type WantedType = (typeof wantedTypes)[number]
export type WantedFeature = (typeof wantedFeatures)[number]
