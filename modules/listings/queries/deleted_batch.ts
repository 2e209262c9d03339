import { DateTime } from 'luxon'
import { narrowToReach } from '#kernel/models/reachable'
import { restorableSince } from '#kernel/models/soft_deletes'
import type { Actor } from '#kernel/tenancy/actor'
import Listing from '../models/listing.ts'

/** What this person deleted in one go, named by its instant, as long as it can be restored. */
export async function batchDeletedBy(actor: Actor, batch: unknown): Promise<string[]> {
  const instant = DateTime.fromISO(typeof batch === 'string' ? batch : '', { zone: 'utc' })
  if (!instant.isValid || instant < restorableSince()) return []
  const rows = await narrowToReach(Listing.withDeleted(), actor, 'listings.delete')
    .where('deleted_at', instant.toJSDate())
    .where('deleted_by', actor.id)
    .whereNull('merged_into')
    .select('id')
    .pojo<{ id: string }>()
  return rows.map(({ id }) => id)
}
