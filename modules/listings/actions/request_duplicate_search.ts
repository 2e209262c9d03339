import { BulkWork, requestBulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { duplicateSearch } from '../queries/duplicate_search.ts'

/** Has the workers look for duplicates among all listings; one search at a time is enough. */
export async function requestDuplicateSearch(): Promise<BulkWork> {
  await unitSql(
    `select pg_advisory_xact_lock(hashtext(current_schema() || '.listing_duplicate_search'))`
  )
  const latest = await duplicateSearch()
  if (latest?.isUnderWay && !latest.isStuck) return latest
  const { rows } = await unitSql<{ count: number }>(
    'select count(*)::integer as count from listings where deleted_at is null'
  )
  const work = await BulkWork.create({
    kind: 'listings.duplicate_search',
    state: 'draft',
    ownerId: currentActor().id,
    facts: {},
    rowsTotal: rows[0].count,
    rowsDone: 0,
    counts: {},
  })
  await requestBulkWork(work)
  return work
}
