import { daysAfter, today } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { unit } from '#kernel/tenancy/tenancy'
import type { Intent } from '../lead_words.ts'
import Lead from '../models/lead.ts'

export interface WaitingLead {
  id: string
  name: string
  phone: string | null
  email: string | null
  source: string
  intent: Intent | null
  city: string | null
  message: string | null
  priority: number
  contact_id: string | null
  owner_id: string | null
  owner_name: string | null
  created_at: Date
}

export interface LeadFollowUp extends WaitingLead {
  entry_id: string
  next_action: string
  next_action_on: string
}

interface Wish {
  /** Only the actor's own leads. */
  mine: boolean
  limit: number
}

/** New leads that nobody has answered: own ones first, then the most urgent. */
export async function unansweredLeads(actor: Actor, wish: Wish): Promise<WaitingLead[]> {
  const query = reachable(actor, wish)
    .where('leads.status', 'new')
    .whereNull('leads.first_responded_at')
  return query
    .orderByRaw('(leads.owner_id is not distinct from ?) desc', [actor.id])
    .orderByRaw('leads.priority desc, leads.created_at, leads.id')
    .select(...columns)
    .limit(wish.limit)
    .pojo<WaitingLead>()
}

/** What was promised for today or earlier: own ones first, then by day. */
export async function leadFollowUps(
  actor: Actor,
  wish: Wish & { ahead: number }
): Promise<LeadFollowUp[]> {
  return reachable(actor, wish)
    .joinRaw(
      `join timeline_entries as entry on entry.subject_type = 'lead' and entry.subject_id = leads.id`
    )
    .whereNot('leads.status', 'lost')
    .whereRaw('entry.deleted_at is null and entry.next_action_done_at is null')
    .where('entry.next_action_on', '<=', daysAfter(today(unit().tenant.timeZone), wish.ahead))
    .orderByRaw('(leads.owner_id is not distinct from ?) desc', [actor.id])
    .orderByRaw('entry.next_action_on, entry.id')
    .select(...columns, 'entry.id as entry_id', 'entry.next_action', 'entry.next_action_on')
    .limit(wish.limit)
    .pojo<LeadFollowUp>()
}

function reachable(actor: Actor, { mine }: Wish) {
  const query = Lead.reachableBy(actor, 'leads.view').joinRaw(
    'left join members as owner on owner.id = leads.owner_id'
  )
  return mine ? query.where('leads.owner_id', actor.id) : query
}

const columns = [
  ...['id', 'name', 'phone', 'email', 'source', 'intent', 'city', 'message', 'priority'],
  ...['contact_id', 'owner_id', 'created_at'],
]
  .map((name) => `leads.${name}`)
  .concat('owner.name as owner_name')
