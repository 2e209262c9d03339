import { Walk } from '#app/bulk_works'
import { keepLikenesses } from '../queries/likenesses.ts'

/** Looks for duplicates among all listings. */
export const duplicateSearch = new Walk({
  kind: 'listings.duplicate_search',
  table: 'listings',
  visit: keepLikenesses,
})
