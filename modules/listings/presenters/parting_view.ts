import type { HttpContext } from '@adonisjs/core/http'
import { customFieldsOf, momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { changedSince } from '../merging/changed_since.ts'
import type Listing from '../models/listing.ts'
import type ListingMerge from '../models/listing_merge.ts'
import { listingSubject } from '../subject.ts'
import { fieldLabel } from './merge_view.ts'

/** A merge, and what parting the two again would do, or has done. */
export async function partingView(ctx: HttpContext, merge: ListingMerge, survivor: Listing) {
  const tenant = ctx.tenant as TenantSnapshot
  await survivor.load('property')
  const fields = await customFieldsOf(listingSubject.type)
  const kept = merge.undoneAt ? merge.kept : changedSince(survivor, merge)
  const back = Object.keys(merge.before).filter((key) => !kept.includes(key))
  const labels = (keys: string[]) => keys.map((key) => fieldLabel(ctx, key, fields)).join(', ')
  return {
    merge,
    survivor,
    at: momentOf(merge.createdAt, tenant),
    undoneAt: merge.undoneAt && momentOf(merge.undoneAt, tenant),
    url: `/app/listings/${survivor.id}`,
    undoing: `/app/listings/${survivor.id}/merges/${merge.id}/undoing`,
    kept: labels(kept),
    restored: labels(back),
    leaves: merge.addedTags.join(', '),
  }
}
