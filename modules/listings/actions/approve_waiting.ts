import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type Listing from '../models/listing.ts'

/** Shows everything of a listing that is prepared and waits for a look. Answers how much that is. */
export async function approveWaiting({ id }: Listing): Promise<number> {
  const { rowCount } = await unitSql(
    `update listing_media set moderation = 'approved', moderated_by = ?, version = version + 1, updated_at = now()
      where listing_id = ? and moderation = 'processing' and processed_at is not null and deleted_at is null`,
    [currentActor().id, id]
  )
  return rowCount ?? 0
}
