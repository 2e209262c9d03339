import { DateTime } from 'luxon'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import ListingsDeleted from '../events/listings_deleted.ts'
import { tellOf } from '../events/listings_event.ts'
import ListingsRestored from '../events/listings_restored.ts'

/** Puts listings where they can be restored from for 7 days. `batch`, an instant, names what is deleted together. */
export async function deleteListings(
  ids: string[],
  batch: string = DateTime.utc().toISO()
): Promise<void> {
  await unitSql(
    'update listings set deleted_at = ?, deleted_by = ?, updated_at = now() where id = any(?)',
    [batch, currentActor().id, ids]
  )
  settle('listings.deleted', ids)
  tellOf(ListingsDeleted, ids)
}

/** Brings listings back as they were: timeline, tags and owner were never taken. */
export async function restoreListings(ids: string[]): Promise<void> {
  await unitSql(
    'update listings set deleted_at = null, deleted_by = null, updated_at = now() where id = any(?)',
    [ids]
  )
  settle('listings.restored', ids)
  tellOf(ListingsRestored, ids)
}

function settle(action: string, ids: string[]): void {
  const [only] = ids
  unit().audit({
    action,
    subjectType: 'listing',
    subjectId: ids.length === 1 ? only : null,
    facts: { count: ids.length, ids: ids.slice(0, 100) },
  })
}
