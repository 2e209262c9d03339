import { unitSql } from '#kernel/tenancy/sql'
import { type ScoredFacts, scoredFacts } from '../queries/scored_facts.ts'
import { reckonPriority } from '../scoring/priority.ts'
import { starsOf } from '../scoring/quality.ts'

/** Reckons priority and quality anew; what a person said of the priority stays beside it. */
export async function renewScores(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const scored = (await scoredFacts(ids)).map(scoreOf)
  await unitSql(
    `update leads set priority_score = fresh.score, priority_factors = fresh.factors, quality_stars = fresh.stars
       from jsonb_to_recordset(?::jsonb) as fresh(id uuid, score smallint, factors jsonb, stars smallint)
      where leads.id = fresh.id
        and (priority_score, priority_factors, quality_stars) is distinct from (fresh.score, fresh.factors, fresh.stars)`,
    [JSON.stringify(scored)]
  )
}

function scoreOf(facts: ScoredFacts) {
  const { score, factors } = reckonPriority({
    value: facts.value_minor,
    typicalValue: facts.typical,
    hasLocation: facts.city !== null || facts.localities.length > 0,
    shareNear: facts.recent > 0 ? facts.near / facts.recent : 0,
    motivation: facts.motivation,
    ageDays: facts.age_days,
    touchedDaysAgo: facts.touched_days_ago,
    visits: facts.visits,
    lastOutcome: facts.last_outcome,
  })
  const stars = starsOf({ ...facts, valueMinor: facts.value_minor })
  return { id: facts.id, score, factors, stars }
}
