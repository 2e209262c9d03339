import type { Actor } from '#kernel/tenancy/actor'
import { openStatuses } from '../lead_words.ts'
import Lead from '../models/lead.ts'

/** How many open leads each agent has, as far as the actor may assign. */
export async function workload(actor: Actor): Promise<Map<string, number>> {
  const rows = await Lead.reachableBy(actor, 'leads.assign')
    .whereIn('status', [...openStatuses])
    .whereNotNull('owner_id')
    .groupBy('owner_id')
    .select('owner_id')
    .count('* as open')
    .pojo<{ owner_id: string; open: number }>()
  return new Map(rows.map(({ owner_id: id, open }) => [id, Number(open)]))
}
