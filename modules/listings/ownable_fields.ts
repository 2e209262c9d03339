/**
 * What of a listing an agent may keep for themselves, and the columns behind each: a list or a feed
 * never writes over what is kept. Labels are `listings.fields.<field>`.
 */
export const fieldColumns = {
  title: ['title'],
  description: ['description'],
  deal_type: ['deal_type', 'rent_period'],
  price: ['price_minor'],
  type: ['type'],
  address: ['address', 'locality', 'city', 'postcode'],
  place: ['latitude', 'longitude'],
  size: ['size_value', 'size_unit'],
  plot: ['plot_value', 'plot_unit'],
  beds: ['beds'],
  baths: ['baths'],
  year_built: ['year_built'],
  features: ['features'],
  agent: ['owner_id', 'team_id'],
  owner: ['owner_contact_id'],
  visibility: ['visibility'],
  hides_address: ['hides_address'],
  authority_from: ['authority_from'],
  authority_until: ['authority_until'],
  status: ['status'],
} as const

export type OwnableField = keyof typeof fieldColumns

export const ownableFields = Object.keys(fieldColumns) as OwnableField[]
