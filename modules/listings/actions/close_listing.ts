import { today } from '#kernel/markets/time'
import { unit } from '#kernel/tenancy/tenancy'
import type { ClosedAs } from '../listing_words.ts'
import type Listing from '../models/listing.ts'
import { moveListing } from './move_listing.ts'

interface Closing {
  version: number
  closedAs?: ClosedAs | null
  closedOn?: string | null
  price?: number | null
}

/** A listing is sold or rented out; what nobody says is what was offered, today. */
export function closeListing(listing: Listing, closing: Closing) {
  const facts = {
    closedAs: closing.closedAs ?? (listing.dealType === 'rent' ? 'rented' : 'sold'),
    closedOn: closing.closedOn ?? today(unit().tenant.timeZone),
    closedPriceMinor: closing.price ?? listing.priceMinor,
  } as const
  return moveListing(listing, { to: 'closed', seenVersion: closing.version, facts })
}
