import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { stale, versionSeen } from '#kernel/api/etags'
import { sent } from '#kernel/api/sent'
import type { Result } from '#kernel/result/result'
import { type Move, moveListing } from './actions/move_listing.ts'
import { stepFrom } from './actions/step_from.ts'
import type { ListingStatus } from './listing_words.ts'
import type Listing from './models/listing.ts'
import ListingPolicy from './policies/listing_policy.ts'
import { apiListing } from './presenters/api_listing.ts'
import { listingInReach } from './reaching.ts'
import { fieldOf, refuseFact } from './refusing.ts'
import { refuseStep } from './stepping.ts'
import { reasonedStep } from './validators/api_step.ts'

type Deed = (listing: Listing, seenVersion: number) => Promise<Result<Listing, string>>

/** One step of a listing for a program: found, allowed, in the version that it saw; then `deed`. */
export async function apiStep(ctx: HttpContext, right: 'update' | 'publish', deed: Deed) {
  const listing = await listingInReach(ctx)
  await ctx.bouncer.with(ListingPolicy).authorize(right, listing)
  const version = versionSeen(ctx, listing)
  const result = await deed(listing, version)
  if (!result.ok && result.reason === 'stale') throw stale(version + 1)
  if (!result.ok && result.reason in fieldOf) return refuseFact(ctx, result.reason)
  if (!result.ok) return refuseStep(ctx, listing, result)
  await listing.refresh()
  await listing.load('property')
  answerRecord(ctx, apiListing(listing))
}

/** A step that may be explained, from one status only or from wherever it is one. */
export function reasonedApiStep(ctx: HttpContext, to: ListingStatus, from?: ListingStatus) {
  return apiStep(ctx, 'update', async (listing, seenVersion) => {
    const { reason } = await ctx.request.validateUsing(reasonedStep, sent(ctx))
    const move: Move = { to, seenVersion, reason }
    return from ? stepFrom(from, listing, move) : moveListing(listing, move)
  })
}
