import type ListingMerge from '../models/listing_merge.ts'

export type MergePayload = {
  /** Both, the survivor first: for those who only ask which listings changed. */
  listingIds: [string, string]
  survivorId: string
  mergedId: string
  /** Names the merge, so that what was moved because of it can go back. */
  mergeId: string
}

export function mergePayload({ id, survivorId, mergedId }: ListingMerge): MergePayload {
  return { listingIds: [survivorId, mergedId], survivorId, mergedId, mergeId: id }
}
