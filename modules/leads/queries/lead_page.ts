import { cursorAt } from '#kernel/lists/keyset'
import type { Actor } from '#kernel/tenancy/actor'
import type Lead from '../models/lead.ts'
import { type ListRequest, leadsAsked } from './lead_list.ts'
import { leadOrder } from './lead_order.ts'

interface LeadsPage {
  leads: Lead[]
  next: string | null
}

/** A page of whole leads, for programs: one query, however many they are. */
export async function leadPage(
  actor: Actor,
  request: ListRequest,
  limit: number
): Promise<LeadsPage> {
  const query = leadsAsked(actor, request, 'leads.view')
  leadOrder.arrange(query, request.place)
  const found = await query
    .joinRaw('left join members as owner on owner.id = leads.owner_id')
    .select('leads.*')
    .select(query.client.raw(`${leadOrder.keyOf(request.place)} as sort_key`))
    .limit(limit + 1)
  const leads = found.slice(0, limit)
  const hasMore = found.length > limit
  return { leads, next: hasMore ? cursorOf(leads[leads.length - 1]) : null }
}

function cursorOf({ id, $extras }: Lead): string {
  return cursorAt({ id, sort_key: String($extras.sort_key) }, 0)
}
