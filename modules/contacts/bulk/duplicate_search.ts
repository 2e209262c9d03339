import { Walk } from '#app/bulk_works'
import { keepLikenesses } from '../queries/likenesses.ts'

/** Looks for duplicates among all contacts. */
export const duplicateSearch = new Walk({
  kind: 'contacts.duplicate_search',
  table: 'contacts',
  visit: keepLikenesses,
})
