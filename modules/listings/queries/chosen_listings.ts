import type { BulkChoice } from '#app/bulk_acts'
import { askedBy } from '#kernel/lists/asked_by'
import type { Actor } from '#kernel/tenancy/actor'
import { listRequest, listingsAsked } from './listing_list.ts'

/** The listings that a bulk act is about, as far as `permission` reaches and no further. */
export async function chosenListings(actor: Actor, choice: BulkChoice, permission: string) {
  const { filters, deleted } = await listRequest(askedBy(choice.query ?? ''), actor)
  if (choice.all) return { query: listingsAsked(actor, { deleted, filters }, permission) }
  const all = listingsAsked(actor, { deleted, filters: { custom: {} } }, permission)
  return { query: all.whereIn('listings.id', choice.ids ?? []) }
}
