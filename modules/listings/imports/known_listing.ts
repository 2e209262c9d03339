import type { FedFacts } from '../importing/fed_listing.ts'
import type { ListingStatus } from '../listing_words.ts'

type Nullable<Facts> = { [Column in keyof Facts]: Facts[Column] | null }

/** What a list may say of a listing that is there, or will be. */
export type ListingColumns = Omit<
  Nullable<FedFacts>,
  'title' | 'deal_type' | 'type' | 'address' | 'features' | 'visibility' | 'hides_address'
> &
  Pick<
    FedFacts,
    'title' | 'deal_type' | 'type' | 'address' | 'features' | 'visibility' | 'hides_address'
  > & {
    owner_id: string | null
    team_id: string | null
    owner_contact_id: string | null
  }

/** A listing with its property, as an import sees it: the row of its tables, in one. */
export type KnownListing = ListingColumns & {
  id: string
  property_id: string
  isNew: boolean
  reference: string
  version: number
  status: ListingStatus
  fingerprint: string | null
  external_id: string | null
  import_id: string | null
  feed_id: string | null
  locked_fields: string[]
  owner_verified_at: Date | null
  property_verified_at: Date | null
  photos: number
}

/** What a row changes of a listing, by column: before and after. */
export type Changes = Record<string, [before: unknown, after: unknown]>
