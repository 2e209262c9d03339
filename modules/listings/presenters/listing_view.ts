import type { HttpContext } from '@adonisjs/core/http'
import { attachmentsView, tagsView, timelineView } from '#app/records'
import { addressLines } from '#kernel/markets/addresses'
import { marketPack } from '#kernel/markets/packs'
import { daysAfter, today } from '#kernel/markets/time'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { judgedBy } from '../actions/renew_quality.ts'
import Listing from '../models/listing.ts'
import { sentBack } from '../queries/sent_back.ts'
import { qualityFactors } from '../quality.ts'
import { listingSubject } from '../subject.ts'
import { listingFacts } from './listing_facts.ts'
import { mediaInHouse } from './media_view.ts'
import { likelyView, mergesView } from './merges_view.ts'
import { othersView } from './others_view.ts'
import { ownerNamed } from './owner_choices.ts'
import { pricesView } from './prices_view.ts'
import { stepsFor } from './steps.ts'
import { statusTones } from './status_tones.ts'
import { writtenPrice } from './written.ts'

/** Everything that a listing's own page and side panel show. */
export async function listingView(ctx: HttpContext, listing: Listing) {
  await listing.load('property')
  const tenant = ctx.tenant as TenantSnapshot
  const now = today(tenant.timeZone)
  return {
    listing,
    url: `/app/listings/${listing.id}`,
    price: writtenPrice(ctx, listing),
    address: addressLines(listing.property.address, marketPack(tenant.market)).join(', '),
    tone: statusTones[listing.status],
    isStale: listing.status === 'active' && (listing.freshUntil ?? now) < now,
    today: now,
    nextAuthority: daysAfter(now, 90),
    facts: await listingFacts(ctx, listing),
    owner: await ownerNamed(ctx, listing.property.ownerContactId),
    quality: await qualityOf(listing),
    prices: await pricesView(ctx, listing),
    tags: await tagsView(ctx, listingSubject, { record: listing, names: listing.tagNames }),
    attachments: await attachmentsView(ctx, listingSubject, listing),
    timeline: await timelineView(ctx, listingSubject, listing),
    steps: stepsFor(ctx, listing),
    ...(await besides(ctx, listing)),
    may: mayOf(ctx, listing),
  }
}

/** What is shown of it, what came of its review, what may be the same, and what it took in. */
async function besides(ctx: HttpContext, listing: Listing) {
  return {
    media: await mediaInHouse(listing),
    sentBack: await sentBack(listing),
    isOver: Listing.steps[listing.status].length === 0,
    likely: await likelyView(ctx, listing),
    merges: await mergesView(ctx, listing),
    others: await othersView(ctx, listing),
  }
}

async function qualityOf(listing: Listing) {
  return { score: listing.qualityScore, factors: qualityFactors(await judgedBy(listing)) }
}

function mayOf({ staff: { actor } }: HttpContext, listing: Listing) {
  return {
    update: actor.reaches('listings.update', listing),
    listAgain: actor.can('listings.create') && actor.reaches('listings.update', listing),
    delete: actor.reaches('listings.delete', listing),
    verify: actor.reaches('listings.verify', listing),
    publish: actor.reaches('listings.publish', listing),
  }
}
