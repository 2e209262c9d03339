import type { ListingStatus } from '../listing_words.ts'

/** How a status looks wherever it is shown. */
export const statusTones: Partial<Record<ListingStatus, string>> = {
  pending_review: 'info',
  active: 'success',
  under_offer: 'brand',
  paused: 'warning',
  expired: 'error',
}
