import type { CustomValues } from '#app/records'
import { type Page, pageOf } from '#kernel/lists/keyset'
import { narrowToReach } from '#kernel/models/reachable'
import { restorableSince } from '#kernel/models/soft_deletes'
import type { Actor } from '#kernel/tenancy/actor'
import type { Intent, LeadStatus } from '../lead_words.ts'
import Lead from '../models/lead.ts'
import { type LeadFilters, filtersFrom, narrow } from './lead_filters.ts'
import { type Place, leadOrder } from './lead_order.ts'

const PAGE = 25

export interface ListRequest {
  filters: LeadFilters
  /** What can still be restored, instead of what is there. */
  deleted: boolean
  place: Place
}

export interface LeadRow {
  id: string
  name: string
  phone: string | null
  email: string | null
  /** Phone and e-mail are veiled. */
  isHidden?: boolean
  source: string
  intent: Intent | null
  status: LeadStatus
  stage_label: string | null
  value_minor: number | null
  currency: string
  city: string | null
  tag_names: string[]
  priority: number
  priority_override: number | null
  quality_stars: number
  owner_id: string | null
  team_id: string | null
  owner_name: string | null
  first_responded_at: Date | null
  last_touched_at: Date | null
  next_action_on: string | null
  created_at: Date
  deleted_at: Date | null
  version: number
  sort_key: string
  /** How many the list has in all; the same in every row. */
  total: number
  custom: CustomValues
}

/** What an address asks of the list. Who may not restore sees nothing that is deleted. */
export function listRequest(asked: Record<string, unknown>, actor: Actor): ListRequest {
  return {
    filters: filtersFrom(asked),
    deleted: asked.status === 'deleted' && actor.can('leads.delete'),
    place: leadOrder.placeFrom(asked),
  }
}

/** The leads that a request is about, as far as `permission` reaches: for every door alike. */
export function leadsAsked(
  actor: Actor,
  { filters, deleted }: Pick<ListRequest, 'filters' | 'deleted'>,
  permission: string
) {
  const all = deleted ? deletedLeads() : Lead.query()
  const query = narrowToReach(all, actor, permission)
  narrow(query, filters, actor)
  return query
}

/** One page of the list, and how many there are: one query, however many rows. */
export async function leadList(actor: Actor, request: ListRequest): Promise<Page<LeadRow>> {
  const { place } = request
  const query = leadsAsked(actor, request, 'leads.view')
  const counting = query.clone().count('*').as('total')
  leadOrder.arrange(query, place)
  const found = await query
    .joinRaw('left join members as owner on owner.id = leads.owner_id')
    .joinRaw('left join pipeline_stages as stage on stage.id = leads.stage_id')
    .select(...columns)
    .select(query.client.raw(`${leadOrder.keyOf(place)} as sort_key`), counting)
    .limit(PAGE + 1)
    .pojo<LeadRow>()
  return pageOf(found, place, PAGE)
}

const columns = [
  ...['id', 'name', 'phone', 'email', 'source', 'intent', 'status', 'value_minor', 'currency'],
  ...['city', 'tag_names', 'priority', 'priority_override', 'quality_stars', 'owner_id'],
  ...['team_id', 'first_responded_at', 'last_touched_at', 'next_action_on', 'created_at'],
  ...['deleted_at', 'version', 'custom'],
]
  .map((name) => `leads.${name}`)
  .concat('owner.name as owner_name', 'stage.label as stage_label')

function deletedLeads() {
  return Lead.withDeleted()
    .where('leads.deleted_at', '>', restorableSince().toJSDate())
    .whereNull('leads.merged_into')
}
