import type { HttpContext } from '@adonisjs/core/http'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Listing from '../models/listing.ts'
import ListingPrice from '../models/listing_price.ts'
import { writtenPrice } from './written.ts'

const MOST = 20

/** What was asked for a listing, newest first, with how much each price differs from the one before. */
export async function pricesView(ctx: HttpContext, listing: Listing) {
  const prices = await ListingPrice.query()
    .where('listingId', listing.id)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST + 1)
  return prices.slice(0, MOST).map((price, index) => ({
    text: writtenPrice(ctx, price),
    at: momentOf(price.createdAt, ctx.tenant as TenantSnapshot),
    by: price.actorName,
    reason: price.reason,
    change: changeFrom(prices.at(index + 1), price),
  }))
}

/** In per cent; null for the first price, and where rent is counted otherwise. */
function changeFrom(before: ListingPrice | undefined, { priceMinor, rentPeriod }: ListingPrice) {
  if (!before || before.priceMinor === 0 || before.rentPeriod !== rentPeriod) return null
  return Math.round((priceMinor / before.priceMinor - 1) * 1000) / 10
}
