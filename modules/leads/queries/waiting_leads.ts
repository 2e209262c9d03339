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
  isHidden?: boolean
  source: string
  intent: Intent | null
  city: string | null
  message: string | null
  priority: number
  contact_id: string | null
  owner_id: string | null
  owner_name: string | null
  team_id: string | null
  created_at: Date
}

export interface LeadFollowUp extends WaitingLead {
  entry_id: string
  next_action: string
  next_action_on: string
}

type Query = ReturnType<typeof Lead.query<typeof Lead>>

interface Wish {
  /** Only the actor's own leads. */
  mine: boolean
  limit: number
}

/** How long a new lead goes before all older ones, however urgent those are. */
export const FRESH_HOURS = 24

/** New leads that nobody has answered or put off: own ones first, then fresh ones, then the most urgent. */
export async function unansweredLeads(actor: Actor, wish: Wish): Promise<WaitingLead[]> {
  const first = Lead.reachableBy(actor, 'leads.view')
    .where('leads.status', 'new')
    .whereNull('leads.first_responded_at')
    .whereNull('leads.next_action_on')
    .select('leads.id')
    .limit(wish.limit)
  if (wish.mine) first.where('leads.owner_id', actor.id)
  arrange(first, actor)
  const query = withOwner(Lead.query().whereIn('leads.id', first))
  arrange(query, actor)
  return query.select(...columns).pojo<WaitingLead>()
}

/** The same twice: whose turn it is is found first, then their rows are fetched. */
function arrange(query: Query, actor: Actor): void {
  query
    .orderByRaw('(leads.owner_id is not distinct from ?) desc', [actor.id])
    .orderByRaw('(leads.created_at > now() - make_interval(hours => ?)) desc', [FRESH_HOURS])
    .orderByRaw('leads.priority desc, leads.created_at, leads.id')
}

/** What was promised for today or earlier: own ones first, then by day. */
export async function leadFollowUps(
  actor: Actor,
  wish: Wish & { ahead: number }
): Promise<LeadFollowUp[]> {
  const query = withOwner(Lead.reachableBy(actor, 'leads.view'))
  if (wish.mine) query.where('leads.owner_id', actor.id)
  return query
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

function withOwner(query: Query): Query {
  return query.joinRaw('left join members as owner on owner.id = leads.owner_id')
}

const columns = [
  ...['id', 'name', 'phone', 'email', 'source', 'intent', 'city', 'message', 'priority'],
  ...['contact_id', 'owner_id', 'team_id', 'created_at'],
]
  .map((name) => `leads.${name}`)
  .concat('owner.name as owner_name')
