import { DateTime } from 'luxon'
import { today } from '#kernel/markets/time'
import { refused } from '#kernel/result/result'
import { unit } from '#kernel/tenancy/tenancy'
import type { ListingStatus } from '../listing_words.ts'
import Listing from '../models/listing.ts'
import { approveWaiting } from './approve_waiting.ts'
import { freshUntil } from './confirm_listings.ts'
import { keepFields } from './keep_fields.ts'
import { renewQuality } from './renew_quality.ts'
import { noteStep } from './step_listings.ts'
import { tellAgent } from './tell_agent.ts'

export interface Move {
  to: ListingStatus
  seenVersion: number
  reason?: string | null
  /** What becomes true with the step. */
  facts?: Partial<Pick<Listing, 'authorityFrom' | 'authorityUntil' | 'closedAs' | 'closedOn'>> &
    Partial<Pick<Listing, 'closedPriceMinor' | 'authorityKind'>>
}

/** Takes a listing one step along its life, keeps the step, and tells the house. */
export async function moveListing(listing: Listing, { to, seenVersion, reason, facts }: Move) {
  const from = listing.status
  listing.merge(facts ?? {})
  if (to === 'active' && Listing.steps[from].includes(to)) {
    const fault = faultOf(listing)
    if (fault) return refused(fault, { until: listing.authorityUntil ?? '' })
    await goLive(listing)
  }

  const result = await listing.moveTo(to, { seenVersion, reason: reason ?? undefined })
  if (!result.ok) return result
  await decide(listing, from)
  await keepFields(listing, ['status'])
  await renewQuality(listing)
  await noteStep([listing.id], { from, to, reason })
  return result
}

/** Whoever publishes what was handed in has seen its pictures, too. */
async function decide(listing: Listing, from: ListingStatus): Promise<void> {
  if (from !== 'pending_review') return
  if (listing.status === 'active') await approveWaiting(listing)
  await tellAgent(listing)
}

/** Nothing goes on the market without a price, or under an authority that has ended. */
function faultOf({ priceMinor, authorityUntil }: Listing) {
  if (priceMinor === null) return 'price_missing' as const
  const isOver = authorityUntil !== null && authorityUntil < today(unit().tenant.timeZone)
  return isOver ? ('authority_over' as const) : null
}

async function goLive(listing: Listing): Promise<void> {
  listing.merge({
    activatedAt: listing.activatedAt ?? DateTime.utc(),
    freshUntil: await freshUntil(),
  })
}
