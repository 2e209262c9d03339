import { squareMetres } from '../areas.ts'
import type { SizeUnit } from '../listing_words.ts'
import { brokenBy } from './deal_breakers.ts'

/** What somebody looks for; amounts in minor units of the listing's own currency. */
export interface Wish {
  budgetFromMinor: number | null
  budgetToMinor: number | null
  localities: string[]
  types: string[]
  bedsMin: number | null
  bathsMin: number | null
  sizeMin: number | null
  sizeUnit: SizeUnit
  features: string[]
  dealBreakers: string | null
}

/** What is offered. */
export interface Home {
  priceMinor: number | null
  type: string
  locality: string | null
  beds: number | null
  baths: number | null
  sizeSqm: number | null
  features: string[]
  title: string
  description: string | null
}

/** `key` stands below `listings.fits`. */
export interface Reason {
  key: string
  facts: Record<string, string | number>
  fits: boolean
}

export interface Verdict {
  /** 0 to 100. */
  score: number
  reasons: Reason[]
}

interface Point extends Reason {
  weight: number
  share: number
}

/** Whoever breaks what they never want goes no higher. */
const MOST_WHEN_BROKEN = 20
const NOTHING_ASKED = 50

/** How well a home fits a wish, and why: what was not asked for does not count. */
export function judge(wish: Wish, home: Home): Verdict {
  const points = [
    ...onBudget(wish, home),
    ...onPlace(wish, home),
    ...onRooms(wish, home),
    ...onSize(wish, home),
    ...onFeatures(wish, home),
  ]
  const broken = brokenBy(wish.dealBreakers, home)
  const score = scoreOf(points)
  const never = broken.map((what) => ({ key: 'broken', facts: { what }, fits: false }))
  return {
    score: broken.length > 0 ? Math.min(score, MOST_WHEN_BROKEN) : score,
    reasons: [...points.map(({ key, facts, fits }) => ({ key, facts, fits })), ...never],
  }
}

function scoreOf(points: Point[]): number {
  const asked = points.reduce((sum, { weight }) => sum + weight, 0)
  const got = points.reduce((sum, { weight, share }) => sum + weight * share, 0)
  return asked === 0 ? NOTHING_ASKED : Math.round((got / asked) * 100)
}

function onBudget({ budgetFromMinor: from, budgetToMinor: to }: Wish, home: Home): Point[] {
  const { priceMinor: price } = home
  if (from === null && to === null) return []
  if (price === null) return [miss('no_price', 30, {}, 0.3)]
  const percent = (end: number) => Math.max(1, Math.round(Math.abs(price / end - 1) * 100))
  if (to && price > to) return [miss('over_budget', 30, { percent: percent(to) }, 0.4)]
  if (from && price < from) return [miss('under_budget', 30, { percent: percent(from) }, 0.7)]
  return [hit('within_budget', 30)]
}

function onPlace({ localities, types }: Wish, { locality, type }: Home): Point[] {
  const isIn = localities.some((one) => one.toLowerCase() === locality?.toLowerCase())
  return [
    ...(isIn ? [hit('in_locality', 20, { locality: locality ?? '' })] : []),
    ...(types.includes(type) ? [hit('type', 15, { type })] : []),
  ]
}

function onRooms({ bedsMin, bathsMin }: Wish, { beds, baths }: Home): Point[] {
  return [
    ...atLeast({ wanted: bedsMin, there: beds, word: 'beds', weight: 15 }),
    ...atLeast({ wanted: bathsMin, there: baths, word: 'baths', weight: 5 }),
  ]
}

interface Count {
  wanted: number | null
  there: number | null
  word: string
  weight: number
}

/** Where nobody counted them, nothing is said. */
function atLeast({ wanted, there, word, weight }: Count): Point[] {
  if (wanted === null || there === null) return []
  const facts = { count: there }
  return there >= wanted ? [hit(word, weight, facts)] : [miss(`fewer_${word}`, weight, facts)]
}

function onSize({ sizeMin, sizeUnit }: Wish, { sizeSqm }: Home): Point[] {
  if (sizeMin === null || sizeSqm === null) return []
  return sizeSqm >= squareMetres(sizeMin, sizeUnit) ? [hit('size', 5)] : [miss('too_small', 5)]
}

function onFeatures({ features }: Wish, home: Home): Point[] {
  const weight = 15 / Math.max(1, features.length)
  return features.map((feature) =>
    home.features.includes(feature)
      ? hit('feature', weight, { feature })
      : miss('no_feature', weight, { feature })
  )
}

function hit(key: string, weight: number, facts: Reason['facts'] = {}): Point {
  return { key, facts, weight, share: 1, fits: true }
}

function miss(key: string, weight: number, ...[facts = {}, share = 0]: [object?, number?]): Point {
  return { key, facts: facts as Reason['facts'], weight, share, fits: false }
}
