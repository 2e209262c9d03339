import type { HttpContext } from '@adonisjs/core/http'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Listing from '../models/listing.ts'
import ListingMerge from '../models/listing_merge.ts'
import { likelyFor } from '../queries/likely_pairs.ts'
import { sideView } from './duplicates_view.ts'

/** What a listing took in and has not been parted from, for those who may part them again. */
export async function mergesView({ staff, tenant }: HttpContext, listing: Listing) {
  if (!staff.actor.reaches('listings.update', listing)) return []
  const merges = await ListingMerge.query()
    .where('survivor_id', listing.id)
    .whereNull('undone_at')
    .orderBy('id', 'desc')
    .limit(20)
  return merges.map(({ id, mergedTitle, createdAt }) => ({
    title: mergedTitle,
    when: momentOf(createdAt, tenant as TenantSnapshot).said,
    url: `/app/listings/${listing.id}/merges/${id}`,
  }))
}

/** Those that may be the same, for those who may merge them. */
export async function likelyView(ctx: HttpContext, survivor: Listing) {
  const { actor } = ctx.staff
  if (!actor.reaches('listings.update', survivor)) return []
  const pairs = await likelyFor(actor, survivor.id)
  return pairs.map(({ first, second, reasons }) => {
    const { id, title, where, facts } = sideView(ctx, first.id === survivor.id ? second : first)
    const url = `/app/listings/${survivor.id}/merges/create?with=${id}`
    return { title, detail: `${where} · ${facts}`, reasons, url }
  })
}
