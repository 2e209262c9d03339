import { unitSql } from '#kernel/tenancy/sql'

interface Merge {
  mergeId: string
  survivorId: string
  mergedId: string
}

/** Who was interested in a listing that was taken into another is interested in the other. */
export async function followMergedListing(merge: Merge): Promise<void> {
  await unitSql(
    `update lead_interests set listing_id = ?, moved_by = ?, updated_at = now() where listing_id = ?`,
    [merge.survivorId, merge.mergeId, merge.mergedId]
  )
}

/** And in the first one again, as far as the interest is still where it was moved to. */
export async function followPartedListing(merge: Merge): Promise<void> {
  await unitSql(
    `update lead_interests set listing_id = ?, moved_by = null, updated_at = now()
      where moved_by = ? and listing_id = ?`,
    [merge.mergedId, merge.mergeId, merge.survivorId]
  )
}
