import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { startOfDay, daysAfter, today } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { unit } from '#kernel/tenancy/tenancy'
import Lead from '../models/lead.ts'
import { countedOnce } from './kept_statistics.ts'

export interface StatisticsLine {
  key: string | null
  leads: number
  converted: number
  lost: number
  answered: number
  /** Seconds until half, and nine of ten, were answered. */
  median: number | null
  p90: number | null
}

const dimensions = ['total', 'status', 'source', 'agent', 'week'] as const

export type Dimension = (typeof dimensions)[number]

export type LeadStatistics = Record<Dimension, StatisticsLine[]>

/** More lines than anybody reads. */
const MOST = 60

interface Row {
  /** Which of status, source and agent a row stands for all of: one bit each. */
  all: number
  status: string
  source: string
  agent: string | null
  week: string | null
  leads: number
  converted: number
  lost: number
  answered: number
  waits: [number, number] | null
}

/** The leads of the last `days` days that the actor may see, counted along every dimension in one pass. */
export async function leadStatistics(actor: Actor, days: number): Promise<LeadStatistics> {
  const { timeZone } = unit().tenant
  const from = startOfDay(daysAfter(today(timeZone), -days), timeZone).toJSDate()
  const leads = Lead.reachableBy(actor, 'leads.view').where('leads.created_at', '>=', from)
  return countedOnce(leads, { actor, days }, () => count(leads, timeZone))
}

async function count(
  query: ModelQueryBuilderContract<typeof Lead>,
  timeZone: string
): Promise<LeadStatistics> {
  const rows = await query
    .select('leads.status as status', 'leads.source as source', 'leads.owner_id as agent')
    .select(query.client.raw(WEEK, [timeZone]))
    .select(...measures.map((measure) => query.client.raw(measure)))
    .groupByRaw('grouping sets ((), (1), (2), (3), (4))')
    .orderByRaw('week desc nulls first, leads desc, status, source, agent')
    .pojo<Row>()
  const byDimension = Map.groupBy(rows, dimensionOf)
  const lines = dimensions.map((one) => [one, linesOf(byDimension.get(one) ?? [], one)])
  return Object.fromEntries(lines) as LeadStatistics
}

function dimensionOf({ all, week }: Row): Dimension {
  if (all === 0b011) return 'status'
  if (all === 0b101) return 'source'
  if (all === 0b110) return 'agent'
  return week === null ? 'total' : 'week'
}

function linesOf(rows: Row[], dimension: Dimension): StatisticsLine[] {
  return rows.slice(0, MOST).map(({ leads, converted, lost, answered, waits, ...row }) => ({
    key: dimension === 'total' ? null : row[dimension],
    ...{ leads, converted, lost, answered },
    median: whole(waits?.[0]),
    p90: whole(waits?.[1]),
  }))
}

function whole(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.round(seconds)
}

const WEEK = `date_trunc('week', leads.created_at at time zone ?)::date::text as week`

const measures = [
  'grouping(leads.status, leads.source, leads.owner_id) as "all"',
  'count(*)::integer as leads',
  `count(*) filter (where leads.status = 'converted')::integer as converted`,
  `count(*) filter (where leads.status = 'lost')::integer as lost`,
  'count(answer_seconds)::integer as answered',
  // Those that nobody answered have none, and are passed over.
  'percentile_cont(array[0.5, 0.9]) within group (order by answer_seconds) as waits',
]
