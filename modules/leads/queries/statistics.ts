import { startOfDay, daysAfter, today } from '#kernel/markets/time'
import type { Actor } from '#kernel/tenancy/actor'
import { unit } from '#kernel/tenancy/tenancy'
import Lead from '../models/lead.ts'

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

const dimensions = {
  total: `'total'`,
  status: 'leads.status',
  source: 'leads.source',
  agent: 'leads.owner_id',
  week: `date_trunc('week', leads.created_at at time zone ?)::date`,
} as const

export type Dimension = keyof typeof dimensions

/** The leads of the last `days` days that the actor may see, counted along one dimension. */
export async function leadStatistics(
  actor: Actor,
  days: number,
  dimension: Dimension
): Promise<StatisticsLine[]> {
  const { timeZone } = unit().tenant
  const from = startOfDay(daysAfter(today(timeZone), -days), timeZone).toJSDate()
  const query = Lead.reachableBy(actor, 'leads.view').where('leads.created_at', '>=', from)
  const zone = dimension === 'week' ? [timeZone] : []
  return query
    .select(
      query.client.raw(`${dimensions[dimension]} as key`, zone),
      ...measures.map((measure) => query.client.raw(measure))
    )
    .groupByRaw('1')
    .orderByRaw(dimension === 'week' ? '1 desc' : 'leads desc, 1')
    .limit(60)
    .pojo<StatisticsLine>()
}

/** Those that nobody answered have none, and are passed over. */
const WAIT = 'order by answer_seconds'

const measures = [
  'count(*)::integer as leads',
  `count(*) filter (where leads.status = 'converted')::integer as converted`,
  `count(*) filter (where leads.status = 'lost')::integer as lost`,
  'count(answer_seconds)::integer as answered',
  `percentile_cont(0.5) within group (${WAIT}) as median`,
  `percentile_cont(0.9) within group (${WAIT}) as p90`,
]
