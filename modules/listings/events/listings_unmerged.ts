import type { DomainEvent } from '#kernel/tenancy/unit'
import { type MergePayload, mergePayload } from './merge_payload.ts'
import type ListingMerge from '../models/listing_merge.ts'

/** Two listings were parted again: what was moved under `mergeId` goes back to `mergedId`. */
export default class ListingsUnmerged implements DomainEvent {
  readonly name = 'listings.unmerged'
  readonly version = 1
  readonly payload: MergePayload

  constructor(merge: ListingMerge) {
    this.payload = mergePayload(merge)
  }
}
