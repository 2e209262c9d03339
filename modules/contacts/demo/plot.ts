import type { Chance, Weighted } from '#kernel/demo/chance'
import type { InteractionType, Outcome } from './drafts.ts'
import type { World } from './markets/world.ts'
import type { Scene } from './stories/scene.ts'
import { moods } from './stories/scene.ts'

const FOURTEEN_MONTHS = 425

/** A scene that took place. */
export interface Moment {
  scene: Scene
  daysAgo: number
  type: InteractionType
  outcome: Outcome
}

/** Two days at least: work moved from a Sunday to its Saturday must not overtake what came before. */
const pauses: Weighted<[number, number]> = [
  [[2, 5], 8],
  [[6, 14], 7],
  [[15, 40], 4],
  [[60, 120], 1],
]

/** How long the agency has known somebody; more of them came lately than long ago. */
export function acquaintance(chance: Chance): number {
  return 2 + Math.floor((FOURTEEN_MONTHS - 2) * chance.next() ** 1.35)
}

/** Plays the scenes one after the other until today is reached or the matter goes quiet. */
export function plot(scenes: Scene[], since: number, { chance, world }: Stage): Moment[] {
  const moments: Moment[] = []
  let daysAgo = since
  for (const scene of scenes) {
    const outcome = chance.weigh(moods[scene.mood])
    moments.push({ scene, daysAgo, outcome, type: typeOf(scene, { chance, world }) })
    daysAgo -= chance.between(...chance.weigh(pauses))
    if (daysAgo < 1 || goesQuiet(outcome, chance)) break
  }
  return moments
}

export interface Stage {
  chance: Chance
  world: World
}

function typeOf(scene: Scene, { chance, world }: Stage): InteractionType {
  return chance.weigh(scene.types.map((type) => [type, world.habits[type]] as const))
}

function goesQuiet(outcome: Outcome, chance: Chance): boolean {
  return chance.happens(outcome === 'negative' ? 0.65 : 0.09)
}

/** Where an open plan lands, in days from today; null where nothing is planned. */
export function openPlan(last: Moment, chance: Chance): number | null {
  if (last.outcome === 'negative') return null
  if (!chance.happens(last.daysAgo <= 40 ? 0.85 : 0.1)) return null
  const [earliest, latest] = chance.weigh(horizons)
  return Math.max(chance.between(earliest, latest), 1 - last.daysAgo)
}

const horizons: Weighted<[number, number]> = [
  [[-9, -1], 4],
  [[0, 0], 2],
  [[1, 6], 5],
  [[7, 30], 4],
]
