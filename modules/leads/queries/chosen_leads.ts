import type { Actor } from '#kernel/tenancy/actor'
import type { BulkChoice } from '../bulk/bulk_deed.ts'
import { leadsAsked, listRequest } from './lead_list.ts'

/** The leads that a bulk act is about, as far as `permission` reaches and no further. */
export function chosenLeads(actor: Actor, choice: BulkChoice, permission: string) {
  const asked = Object.fromEntries(new URLSearchParams(choice.query ?? ''))
  const { filters, deleted } = listRequest(asked, actor)
  if (choice.all) return leadsAsked(actor, { deleted, filters }, permission)
  return leadsAsked(actor, { deleted, filters: { custom: {} } }, permission).whereIn(
    'leads.id',
    choice.ids ?? []
  )
}

interface Part {
  /** The id behind which to begin. */
  after?: string | null
  limit: number
}

/** Their ids in one order, so that two acts at once cannot wait for each other. */
export async function idsOf(
  query: ReturnType<typeof chosenLeads>,
  { after, limit }: Part
): Promise<string[]> {
  if (after) query.where('leads.id', '>', after)
  const rows = await query
    .select('leads.id')
    .orderBy('leads.id')
    .limit(limit)
    .pojo<{ id: string }>()
  return rows.map(({ id }) => id)
}

export async function countOf(query: ReturnType<typeof chosenLeads>): Promise<number> {
  const [{ total }] = await query.count('* as total').pojo<{ total: number }>()
  return total
}
