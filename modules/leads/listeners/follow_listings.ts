import type { UnitListener } from '#kernel/events/listener'
import { followMergedListing, followPartedListing } from '../actions/follow_listing.ts'

const deeds = { merged: followMergedListing, unmerged: followPartedListing }

/** Interests go along when their listing is taken into another, and back when the two are parted. */
export const listingListeners = Object.entries(deeds).map(([deed, follow]): UnitListener => ({
  kind: 'unit',
  event: `listings.${deed}`,
  name: `leads.follow_${deed}_listing`,
  handle: ({ payload }) =>
    follow({
      mergeId: payload.mergeId as string,
      survivorId: payload.survivorId as string,
      mergedId: payload.mergedId as string,
    }),
}))
