/** What a column of a list of listings can become. Labels are `listings.import.fields.<name>`. */
export const LISTING_FIELDS = [
  'external_id',
  'reference',
  'title',
  'description',
  'type',
  'deal_type',
  'price',
  'rent_period',
  'beds',
  'baths',
  'size',
  'size_unit',
  'plot',
  'plot_unit',
  'year_built',
  'address_line',
  'unit',
  'locality',
  'city',
  'state',
  'postcode',
  'latitude',
  'longitude',
  'features',
  'status',
  'agent_email',
  'owner_name',
  'owner_phone',
  'owner_email',
  'photo',
] as const

export type ListingField = (typeof LISTING_FIELDS)[number]

/** The field of each column; a column that is `ignore`d is left out on purpose. */
export type ColumnMapping = Record<string, ListingField | 'ignore'>

/** Fields that several columns may fill; of others, a guess takes the first column only. */
export const REPEATABLE: ReadonlySet<string> = new Set(['photo', 'features', 'address_line'])
