import { BulkWork } from '#app/bulk_works'

/** The last time that somebody had all listings looked through. */
export function duplicateSearch(): Promise<BulkWork | null> {
  return BulkWork.query().where('kind', 'listings.duplicate_search').orderBy('id', 'desc').first()
}
