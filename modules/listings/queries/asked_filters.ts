import { citiesOf, localitiesOf } from '#kernel/markets/localities'
import { unit } from '#kernel/tenancy/tenancy'
import { partsOf } from './filter_text.ts'
import { type ListingFilters, filtersFrom } from './listing_filters.ts'
import { circleIn } from './nearness.ts'
import { ownKnownPlaces } from './own_places.ts'

/** The filters of an address, with the agency's own places where it names one that the market does not know. */
export async function askedFilters(asked: Record<string, unknown>): Promise<ListingFilters> {
  const filters = filtersFrom(asked)
  return namesOwnPlace(filters) ? { ...filters, own: await ownKnownPlaces() } : filters
}

function namesOwnPlace({ near, localities = '' }: ListingFilters): boolean {
  return (near !== undefined && !circleIn(near)) || partsOf(localities).some(isUnknown)
}

function isUnknown(part: string): boolean {
  const { market } = unit().tenant
  const towns = [...localitiesOf(market), ...citiesOf(market)]
  return !towns.some(({ key, name }) => key === part || name.toLowerCase() === part.toLowerCase())
}
