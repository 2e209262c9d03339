import type { HttpContext } from '@adonisjs/core/http'
import { searchWords } from '#app/records'
import Listing from '../models/listing.ts'
import { narrow } from '../queries/listing_filters.ts'
import { likelyView } from './merges_view.ts'

const MOST = 20

/** With which one a listing may be merged: those that look alike, and whichever one searches for. */
export async function mergeChoices(ctx: HttpContext, survivor: Listing) {
  const q = searchWords(ctx.request.qs().q)
  return {
    q,
    likely: await likelyView(ctx, survivor),
    found: q === '' ? [] : await search(ctx, survivor, q),
  }
}

async function search({ staff: { actor } }: HttpContext, survivor: Listing, q: string) {
  const query = Listing.reachableBy(actor, 'listings.update').whereNot('listings.id', survivor.id)
  narrow(query, { q, custom: {}, deal_type: survivor.dealType }, actor)
  const listings = await query
    .whereNotIn('listings.status', ['closed', 'withdrawn'])
    .preload('property')
    .orderByRaw('lower(listings.title), listings.id')
    .limit(MOST)
  return listings.map(({ id, title, reference, property }) => ({
    title,
    detail: [reference, property.address.line, property.locality].filter(Boolean).join(' · '),
    url: `/app/listings/${survivor.id}/merges/create?with=${id}`,
  }))
}
