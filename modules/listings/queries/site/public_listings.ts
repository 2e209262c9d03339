import { Keyset, type Page, type Place, pageOf } from '#kernel/lists/keyset'
import { visitorActor } from '#kernel/tenancy/actor'
import type {
  DealType,
  ListingStatus,
  PlotUnit,
  PropertyType,
  RentPeriod,
  SizeUnit,
} from '../../listing_words.ts'
import Listing from '../../models/listing.ts'
import { askedFilters } from '../asked_filters.ts'
import { type FilterName, type ListingFilters, narrow } from '../listing_filters.ts'
import { PUBLIC_TITLE } from './discreet.ts'

const PAGE = 24

/** The orders in which the site shows listings. */
const siteOrder = new Keyset(
  'listings',
  {
    created: { key: 'listings.created_at', type: 'timestamptz', down: true },
    price: { key: 'coalesce(listings.price_minor, -1)', type: 'bigint' },
    size: { key: 'coalesce(property.size_sqm, -1)', type: 'double precision' },
  },
  'created'
)

/** What a visitor may narrow by; the agency's own words, owners and states are nobody's business. */
const siteFilters: readonly FilterName[] = [
  ...(['deal_type', 'types', 'price_min', 'price_max', 'currency', 'rent_period'] as const),
  ...(['beds_min', 'beds_max', 'baths_min', 'size_min', 'size_max'] as const),
  ...(['localities', 'city', 'features', 'agent', 'q'] as const),
]

export interface SiteRequest {
  filters: ListingFilters
  place: Place<'created' | 'price' | 'size'>
}

/** What a card of the site says. */
export interface SiteRow {
  id: string
  reference: string
  title: string
  deal_type: DealType
  price_minor: number | null
  currency: string
  rent_period: RentPeriod | null
  status: ListingStatus
  type: PropertyType
  locality: string | null
  city: string | null
  size_value: number | null
  size_unit: SizeUnit | null
  plot_value: number | null
  plot_unit: PlotUnit | null
  beds: number | null
  baths: number | null
}

type CountedRow = SiteRow & { sort_key: string; total: number }

/** What everybody may see: on the market, and meant for everybody. */
export function publicListings() {
  return Listing.query()
    .whereIn('listings.status', ['active', 'under_offer'])
    .where('listings.visibility', 'public')
}

export async function siteRequest(asked: Record<string, unknown>): Promise<SiteRequest> {
  const found = await askedFilters(asked)
  // A currency says what a price is in; by itself nobody asked for it.
  if (found.price_min === undefined && found.price_max === undefined) delete found.currency
  const known = siteFilters.filter((name) => found[name] !== undefined)
  return {
    filters: {
      custom: {},
      own: found.own,
      ...Object.fromEntries(known.map((name) => [name, found[name]])),
    },
    place: siteOrder.placeFrom(asked),
  }
}

/** The public listings that match. */
function listingsWanted(filters: ListingFilters) {
  const { q, ...others } = filters
  const query = publicListings()
  narrow(query, others, visitorActor)
  for (const word of (q ?? '').toLowerCase().split(' ').filter(Boolean).slice(0, 8)) {
    const like = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    query.whereRaw(IS_SAID, [like, like, like, like])
  }
  return query
}

/** In what the page shows: the exact address is not, and so it must not be guessed by searching. */
const IS_SAID = `(listings.search_text like ? and (not listings.hides_address or lower(${PUBLIC_TITLE}) like ?) or listings.property_id in (
  select id from properties where search_text like ? and lower(concat_ws(' ', locality, city, postcode)) like ?))`

/** One page of what was asked for, and how many there are: one query. */
export async function siteList({ filters, place }: SiteRequest): Promise<Page<CountedRow>> {
  const query = listingsWanted(filters)
  const counting = query.clone().count('*').as('total')
  siteOrder.arrange(query, place)
  const found = await withCards(query)
    .select(query.client.raw(`${siteOrder.keyOf(place)} as sort_key`), counting)
    .limit(PAGE + 1)
    .pojo<CountedRow>()
  return pageOf(found, place, PAGE)
}

/** The newest, for the first page. */
export async function newestListings(count: number): Promise<SiteRow[]> {
  return withCards(publicListings())
    .orderByRaw('listings.created_at desc, listings.id desc')
    .limit(count)
    .pojo<SiteRow>()
}

export async function countWanted(filters: ListingFilters): Promise<number> {
  const [row] = await listingsWanted(filters).count('* as count').pojo<{ count: number }>()
  return Number(row.count)
}

/** With what their cards say. */
export function withCards(query: ReturnType<typeof publicListings>) {
  return query
    .joinRaw('join properties as property on property.id = listings.property_id')
    .select(...cardColumns)
    .select(query.client.raw(`${PUBLIC_TITLE} as title`))
}

/** All that a card says but for its title, which not everybody reads in full. */
export const cardColumns = [
  ...['id', 'reference', 'deal_type', 'price_minor', 'currency', 'rent_period', 'status'].map(
    (name) => `listings.${name}`
  ),
  ...['type', 'locality', 'city', 'size_value', 'size_unit', 'plot_value', 'plot_unit', 'beds'].map(
    (name) => `property.${name}`
  ),
  'property.baths',
]
