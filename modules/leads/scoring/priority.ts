import type { Factor } from '../lead_words.ts'

/** What is known of a lead when its priority is reckoned. */
export interface PriorityFacts {
  /** In minor units, as is what such leads are usually worth here. */
  value: number | null
  typicalValue: number | null
  /** Town or localities are known; the share of the agency's recent leads that lie there. */
  hasLocation: boolean
  shareNear: number
  motivation: number | null
  ageDays: number
  /** Days since anybody spoke with them; null where nobody has. */
  touchedDaysAgo: number | null
  visits: number
  lastOutcome: string | null
}

export interface Priority {
  /** 1 to 99: nothing is certain, and nothing is hopeless. */
  score: number
  factors: Factor[]
}

const MIDDLE = 50

/** How soon somebody should look after a lead: a middle, and what each factor adds or takes. */
export function reckonPriority(facts: PriorityFacts): Priority {
  const factors = [
    valueFactor(facts),
    locationFactor(facts),
    motivationFactor(facts),
    ageFactor(facts),
    engagementFactor(facts),
  ]
  const sum = factors.reduce((total, { points }) => total + points, MIDDLE)
  return { score: Math.min(99, Math.max(1, sum)), factors }
}

type Step = readonly [from: number, points: number, reason: string]

/** The first step that is reached, from the top. */
function stepAt(steps: readonly Step[], measure: number): Step {
  return steps.find(([from]) => measure >= from) ?? steps[steps.length - 1]
}

const VALUE: Step[] = [
  [2, 14, 'value_double'],
  [1.2, 9, 'value_above'],
  [0.6, 3, 'value_usual'],
  [0, -5, 'value_below'],
]

function valueFactor({ value, typicalValue }: PriorityFacts): Factor {
  const fact = (points: number, reason: string): Factor => ({
    factor: 'value',
    points,
    reason,
    facts: {},
  })
  if (value === null) return fact(-4, 'value_unknown')
  if (!typicalValue) return fact(2, 'value_known')
  const [, points, reason] = stepAt(VALUE, value / typicalValue)
  return fact(points, reason)
}

function locationFactor({ hasLocation, shareNear }: PriorityFacts): Factor {
  const percent = Math.round(shareNear * 100)
  const [points, reason] = !hasLocation
    ? [-5, 'location_unknown']
    : shareNear >= 0.05
      ? [8, 'location_near']
      : [2, 'location_elsewhere']
  return { factor: 'location', points, reason, facts: { percent } }
}

const MOTIVATION = [-14, -7, 0, 9, 18]

function motivationFactor({ motivation }: PriorityFacts): Factor {
  if (motivation === null)
    return { factor: 'motivation', points: 0, reason: 'motivation_unknown', facts: {} }
  const points = MOTIVATION[motivation - 1] ?? 0
  return { factor: 'motivation', points, reason: 'motivation', facts: { motivation } }
}

const AGE: Step[] = [
  [90, -14, 'age_stale'],
  [30, -8, 'age_old'],
  [7, 0, 'age_weeks'],
  [3, 6, 'age_days'],
  [0, 10, 'age_fresh'],
]

function ageFactor({ ageDays }: PriorityFacts): Factor {
  const days = Math.max(0, Math.floor(ageDays))
  const [, points, reason] = stepAt(AGE, days)
  return { factor: 'age', points, reason, facts: { days } }
}

const OUTCOMES: Record<string, number> = { 'positive': 6, 'follow-up': 3, 'negative': -8 }

const TOUCHED: Step[] = [
  [31, -8, 'engagement_gone_quiet'],
  [8, 2, 'engagement_lately'],
  [0, 8, 'engagement_now'],
]

function engagementFactor({ touchedDaysAgo, visits, lastOutcome }: PriorityFacts): Factor {
  if (touchedDaysAgo === null)
    return { factor: 'engagement', points: 0, reason: 'engagement_none', facts: {} }
  const days = Math.max(0, Math.floor(touchedDaysAgo))
  const [, touched, reason] = stepAt(TOUCHED, days)
  const points = touched + (OUTCOMES[lastOutcome ?? ''] ?? 0) + (visits > 0 ? 4 : 0)
  return { factor: 'engagement', points, reason, facts: { days, visits } }
}
