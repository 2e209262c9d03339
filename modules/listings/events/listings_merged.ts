import type { DomainEvent } from '#kernel/tenancy/unit'
import { type MergePayload, mergePayload } from './merge_payload.ts'
import type ListingMerge from '../models/listing_merge.ts'

/** One listing was taken into another: what refers to `mergedId` now means `survivorId`. */
export default class ListingsMerged implements DomainEvent {
  readonly name = 'listings.merged'
  readonly version = 1
  readonly payload: MergePayload

  constructor(merge: ListingMerge) {
    this.payload = mergePayload(merge)
  }
}
