import type { JsonSchema } from '#kernel/modules/api_description'
import type { Actor } from '#kernel/tenancy/actor'
import { type StatisticsLine, leadStatistics } from '../queries/statistics.ts'

/** What came in, how fast it was answered and what became of it, as programs read it. */
export async function apiStatistics(actor: Actor, days: number) {
  const { total, status, source, agent, week } = await leadStatistics(actor, days)
  return {
    days,
    total: counted(total[0]),
    by_status: status.map(keyed),
    by_source: source.map(keyed),
    by_agent: agent.map(keyed),
    by_week: week.map(keyed),
  }
}

function keyed(line: StatisticsLine) {
  return { key: line.key, ...counted(line) }
}

function counted({ leads, converted, lost, answered, median, p90 }: StatisticsLine) {
  return {
    leads,
    converted,
    lost,
    answered,
    response_seconds_median: median,
    response_seconds_p90: p90,
  }
}

const count = { type: 'integer', minimum: 0 }
const seconds = { type: ['integer', 'null'], minimum: 0 }
const counts = {
  leads: count,
  converted: count,
  lost: count,
  answered: count,
  response_seconds_median: seconds,
  response_seconds_p90: seconds,
}

function closed(properties: Record<string, JsonSchema>): JsonSchema {
  return {
    type: 'object',
    required: Object.keys(properties),
    properties,
    additionalProperties: false,
  }
}

/** `key`: a status, a source, a member's id (null: nobody's) or the Monday of a week. */
const lines = {
  type: 'array',
  items: closed({ key: { type: ['string', 'null'] }, ...counts }),
}

export const statisticsSchema = closed({
  days: count,
  total: closed(counts),
  by_status: lines,
  by_source: lines,
  by_agent: lines,
  by_week: lines,
})
