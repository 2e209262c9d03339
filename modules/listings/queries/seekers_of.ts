import type { Actor } from '#kernel/tenancy/actor'
import { Contact } from '#modules/contacts'
import type { SizeUnit } from '../listing_words.ts'
import type Listing from '../models/listing.ts'

const MOST = 40
const BAND = 0.1
/** Stands for no budget, as in the index. */
const NO_END = '9223372036854775807'

export interface SeekerRow {
  id: string
  name: string
  requirement_id: string
  budget_from_minor: string | null
  budget_to_minor: string | null
  localities: string[]
  types: string[]
  beds_min: number | null
  baths_min: number | null
  size_min: number | null
  size_unit: SizeUnit
  features: string[]
  deal_breakers: string | null
}

const columns = [
  ...['budget_from_minor', 'budget_to_minor', 'localities', 'types', 'beds_min', 'baths_min'],
  ...['size_min', 'size_unit', 'features', 'deal_breakers'],
].map((name) => `wanted.${name}`)

/** Contacts in reach who look for something like this listing, the latest wishes first. */
export async function seekersOf(actor: Actor, listing: Listing): Promise<SeekerRow[]> {
  const query = Contact.reachableBy(actor, 'contacts.view')
    .where('contacts.status', 'active')
    .joinRaw('join contact_requirements as wanted on wanted.contact_id = contacts.id')
    .whereRaw('wanted.deleted_at is null')
    .where('wanted.deal_type', listing.dealType)
    .where('wanted.currency', listing.currency)
    .whereRaw(
      `not exists (select from listing_recommendations as told where told.requirement_id = wanted.id
         and told.listing_id = ? and told.dismissed_at is not null)`,
      [listing.id]
    )
    .select('contacts.id', 'contacts.name', 'wanted.id as requirement_id', ...columns)
    .orderBy('wanted.id', 'desc')
    .limit(MOST)
  narrowToListing(query, listing)
  return query.pojo<SeekerRow>()
}

function narrowToListing(query: ReturnType<typeof Contact.query>, listing: Listing): void {
  const { priceMinor, property } = listing
  query
    .whereRaw(`(wanted.types = '{}' or ? = any(wanted.types))`, [property.type])
    .whereRaw(
      `(wanted.localities = '{}' or exists (select from unnest(wanted.localities) as place where lower(place) = ?))`,
      [(property.locality ?? '').toLowerCase()]
    )
  if (property.beds !== null)
    query.whereRaw('coalesce(wanted.beds_min, 0) <= ?', [property.beds + 1])
  if (priceMinor === null) return
  query
    .whereRaw(`coalesce(wanted.budget_to_minor, ${NO_END}) >= ?`, [
      Math.floor(priceMinor / (1 + BAND)),
    ])
    .whereRaw('coalesce(wanted.budget_from_minor, 0) <= ?', [Math.ceil(priceMinor / (1 - BAND))])
}
