import { unitSql } from '#kernel/tenancy/sql'

interface Merge {
  mergeId: string
  survivorId: string
  mergedId: string
}

/** What names a listing, and where each remembers by which merge it moved. */
const followers = { lead_interests: 'moved_by', leads: 'listing_moved_by' }

/** Who was interested in a listing that was taken into another, or offered it, means the other. */
export async function followMergedListing(merge: Merge): Promise<void> {
  for (const [table, movedBy] of Object.entries(followers))
    await unitSql('update ?? set listing_id = ?, ?? = ?, updated_at = now() where listing_id = ?', [
      table,
      merge.survivorId,
      movedBy,
      merge.mergeId,
      merge.mergedId,
    ])
}

/** And the first one again, as far as it is still where it was moved to. */
export async function followPartedListing(merge: Merge): Promise<void> {
  for (const [table, movedBy] of Object.entries(followers))
    await unitSql(
      'update ?? set listing_id = ?, ?? = null, updated_at = now() where ?? = ? and listing_id = ?',
      [table, merge.mergedId, movedBy, movedBy, merge.mergeId, merge.survivorId]
    )
}
