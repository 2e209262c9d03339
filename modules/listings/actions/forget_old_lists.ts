import { forgetSheets } from '#app/exports'
import { forgetLists } from '#app/imports'
import { unitSql } from '#kernel/tenancy/sql'
import { listingLists } from '../imports/listing_lists.ts'

/** Lists name owners and what they ask: what nobody needs any more goes. */
export async function forgetOldLists(): Promise<void> {
  await forgetLists(listingLists)
  await forgetSheets('listings.export')
  await unitSql('delete from listing_recommendations where requirement_id is null')
}
