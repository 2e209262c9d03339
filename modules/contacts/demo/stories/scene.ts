import type { Weighted } from '#kernel/demo/chance'
import type { InteractionType, Outcome } from '../drafts.ts'

/** What a scene's second sentence is about; each market has its own way to put it. */
export type Topic =
  | 'wants'
  | 'shortlist'
  | 'viewing'
  | 'funds'
  | 'offer'
  | 'keys'
  | 'home'
  | 'papers'
  | 'feedback'
  | 'letting'
  | 'applicants'
  | 'upkeep'
  | 'needs'
  | 'tenancy'
  | 'living'
  | 'figures'
  | 'trade'
  | 'neighbourly'

/** How a scene tends to end. */
export const moods = {
  hopeful: [
    ['positive', 5],
    ['follow-up', 4],
    ['neutral', 3],
    ['negative', 1],
  ],
  steady: [
    ['neutral', 5],
    ['positive', 3],
    ['follow-up', 3],
    ['negative', 1],
  ],
  tense: [
    ['neutral', 3],
    ['follow-up', 3],
    ['negative', 2],
    ['positive', 2],
  ],
  settled: [
    ['positive', 8],
    ['neutral', 2],
  ],
} as const satisfies Record<string, Weighted<Outcome>>

/** One meeting point in a story: how it was planned, how it opened, what it was about. */
export interface Scene {
  topic: Topic
  types: readonly InteractionType[]
  mood: keyof typeof moods
  plans: string[]
  opens: string[]
}
