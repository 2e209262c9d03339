import type { Actor } from '#kernel/tenancy/actor'
import type { BulkChoice } from '../bulk/bulk_deed.ts'
import { type ListRequest, listRequest, listingsAsked } from './listing_list.ts'

/** What a bulk act is about, for whom, and by which right: no further than that reaches. */
export interface Chosen {
  actor: Actor
  choice: BulkChoice
  permission: string
}

function chosenListings({ actor, choice, permission }: Chosen, asked: ListRequest) {
  const { filters, deleted } = asked
  if (choice.all) return listingsAsked(actor, { deleted, filters }, permission)
  return listingsAsked(actor, { deleted, filters: { custom: {} } }, permission).whereIn(
    'listings.id',
    choice.ids ?? []
  )
}

/** What an address asks, as a request would read it: what stands there twice is a list. */
function addressed(query: string): Record<string, string | string[]> {
  const asked = new URLSearchParams(query)
  return Object.fromEntries(
    [...new Set(asked.keys())].map((key) => {
      const values = asked.getAll(key)
      return [key, values.length > 1 ? values : values[0]]
    })
  )
}

interface Part {
  /** The id behind which to begin. */
  after?: string | null
  limit: number
}

/** Their ids in one order, so that two acts at once cannot wait for each other. */
export async function chosenIds(chosen: Chosen, { after, limit }: Part): Promise<string[]> {
  const query = chosenListings(chosen, await askedOf(chosen))
  if (after) query.where('listings.id', '>', after)
  const rows = await query
    .select('listings.id')
    .orderBy('listings.id')
    .limit(limit)
    .pojo<{ id: string }>()
  return rows.map(({ id }) => id)
}

export async function chosenCount(chosen: Chosen): Promise<number> {
  const query = chosenListings(chosen, await askedOf(chosen))
  const [{ total }] = await query.count('* as total').pojo<{ total: number }>()
  return total
}

function askedOf({ actor, choice }: Chosen): Promise<ListRequest> {
  return listRequest(addressed(choice.query ?? ''), actor)
}
