import type { Actor } from '#kernel/tenancy/actor'
import type { BulkChoice } from '../bulk/bulk_deed.ts'
import { listRequest, listingsAsked } from './listing_list.ts'

/** The listings that a bulk act is about, as far as `permission` reaches and no further. */
export function chosenListings(actor: Actor, choice: BulkChoice, permission: string) {
  const asked = addressed(choice.query ?? '')
  const { filters, deleted } = listRequest(asked, actor)
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
export async function idsOf(
  query: ReturnType<typeof chosenListings>,
  { after, limit }: Part
): Promise<string[]> {
  if (after) query.where('listings.id', '>', after)
  const rows = await query
    .select('listings.id')
    .orderBy('listings.id')
    .limit(limit)
    .pojo<{ id: string }>()
  return rows.map(({ id }) => id)
}

export async function countOf(query: ReturnType<typeof chosenListings>): Promise<number> {
  const [{ total }] = await query.count('* as total').pojo<{ total: number }>()
  return total
}
