import { type CustomField, typedValue } from '#app/records'
import type { Actor } from '#kernel/tenancy/actor'
import type { ListingDraft } from '../listing_draft.ts'
import type Listing from '../models/listing.ts'
import { apiListing } from './api_listing.ts'

type Body = Record<string, unknown>

const SAID = [
  ...['title', 'description', 'deal_type', 'price_minor', 'rent_period', 'visibility'],
  'hides_address',
  ...['category_id', 'authority_kind', 'authority_from', 'authority_until', 'commission_percent'],
  ...['commission_terms', 'owner_contact_id', 'owner_id', 'tags', 'property', 'address'],
]

/** Who says nothing of an agent keeps the listing; `null` leaves it open, where that is allowed. */
export function withOwner(sent: Body, actor: Actor): Body {
  return { owner_id: actor.id, ...sent }
}

/** A part of a listing, filled up with what is: objects by their parts, lists as a whole. */
export function withWhatIs(
  listing: Listing,
  { sent, fields }: { sent: Body; fields: CustomField[] }
): Body {
  const said = Object.entries(apiListing(listing)).filter(([key]) => SAID.includes(key))
  const known: Body = { ...Object.fromEntries(said), custom: customOf(listing, fields) }
  // The team goes along with a new agent, unless another is chosen.
  const team = 'owner_id' in sent ? {} : { team_id: listing.teamId }
  const parts = ['property', 'address', 'custom'].map((key) => [
    key,
    partly(known[key] as Body, sent[key]),
  ])
  return { ...known, ...team, ...sent, ...Object.fromEntries(parts) }
}

/** The draft that pages make too: they call the price by its name. */
export function asDraft<Said extends { priceMinor?: number | null }>({
  priceMinor,
  ...said
}: Said): Omit<Said, 'priceMinor'> & Pick<ListingDraft, 'price'> {
  return { ...said, price: priceMinor }
}

/** As the validator takes them: yes and no are words there. */
function customOf({ custom }: Listing, fields: CustomField[]): Body {
  const known = fields.filter(({ key }) => custom[key] !== undefined)
  return Object.fromEntries(known.map((field) => [field.key, typedValue(field, custom[field.key])]))
}

function partly(known: Body, sent: unknown): unknown {
  if (sent === undefined) return known
  const isBody = sent !== null && typeof sent === 'object' && !Array.isArray(sent)
  return isBody ? { ...known, ...sent } : sent
}
