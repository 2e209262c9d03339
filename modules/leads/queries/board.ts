import type { Actor } from '#kernel/tenancy/actor'
import type { Intent, LeadStatus } from '../lead_words.ts'
import Lead from '../models/lead.ts'
import type PipelineStage from '../models/pipeline_stage.ts'
import type { LeadFilters } from './lead_filters.ts'
import { leadsAsked } from './lead_list.ts'

export interface BoardCard {
  id: string
  name: string
  status: LeadStatus
  stage_id: string
  value_minor: number | null
  currency: string
  priority: number
  quality_stars: number
  owner_id: string | null
  team_id: string | null
  owner_name: string | null
  created_at: Date
  next_action_on: string | null
  version: number
}

export interface ColumnTotal {
  stage_id: string
  currency: string
  /** Rents are no prices: what they come to stands apart. */
  is_rent: boolean
  count: number
  sum: number
}

type Asked = LeadFilters

const ORDER = 'leads.priority desc, leads.id desc'

type IntentTotal = Omit<ColumnTotal, 'is_rent'> & { intent: Intent | null }

/** How many leads stand in each column, and what they are worth, a line for each currency, and for rents. */
export async function boardTotals(actor: Actor, filters: Asked): Promise<ColumnTotal[]> {
  const rows = await shown(actor, filters)
    .groupBy('leads.stage_id', 'leads.currency', 'leads.intent')
    .select('leads.stage_id', 'leads.currency', 'leads.intent')
    .count('* as count')
    .sum('leads.value_minor as sum')
    .pojo<IntentTotal>()
  const totals = new Map<string, ColumnTotal>()
  for (const { intent, ...row } of rows) {
    const isRent = intent === 'rent' || intent === 'let'
    const key = `${row.stage_id} ${row.currency} ${isRent}`
    const { count, sum } = totals.get(key) ?? { count: 0, sum: 0 }
    const added = { count: count + Number(row.count), sum: sum + Number(row.sum ?? 0) }
    totals.set(key, { ...row, is_rent: isRent, ...added })
  }
  return [...totals.values()]
}

/** The most urgent leads of one column, found in its index alone, however many stand there. */
export async function boardCards(
  actor: Actor,
  { filters, stage, limit }: { filters: Asked; stage: PipelineStage; limit: number }
): Promise<BoardCard[]> {
  const urgent = shown(actor, filters)
    .where('leads.stage_id', stage.id)
    .orderByRaw(ORDER)
    .select('leads.id')
    .limit(limit)
  return Lead.query()
    .whereIn('leads.id', urgent)
    .joinRaw('left join members as owner on owner.id = leads.owner_id')
    .orderByRaw(ORDER)
    .select(...columns)
    .pojo<BoardCard>()
}

/** What is lost stands on no board. */
function shown(actor: Actor, filters: Asked) {
  return leadsAsked(actor, { filters, deleted: false }, 'leads.view')
    .whereNot('leads.status', 'lost')
    .whereNotNull('leads.stage_id')
}

const columns = [
  ...['id', 'name', 'status', 'stage_id', 'value_minor', 'currency', 'priority', 'owner_id'],
  ...['quality_stars', 'team_id', 'created_at', 'next_action_on', 'version'],
]
  .map((name) => `leads.${name}`)
  .concat('owner.name as owner_name')
