import { BulkWork } from '#app/bulk_works'

/** The last time that somebody had all contacts looked through. */
export function duplicateSearch(): Promise<BulkWork | null> {
  return BulkWork.query().where('kind', 'contacts.duplicate_search').orderBy('id', 'desc').first()
}
