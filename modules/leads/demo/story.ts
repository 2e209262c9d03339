import type { Chance } from '#kernel/demo/chance'
import type { LeadStatus } from '../lead_words.ts'
import type { DemoMember } from './demo_leads.ts'
import { losses, nextActions, told } from './phrases.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface DemoStep {
  from: LeadStatus
  to: LeadStatus
  at: number
}

interface DemoEntry {
  kind: string
  details: string
  outcome: string
  at: number
  nextAction: string | null
  /** Days from today. */
  nextInDays: number | null
}

/** What happened with a lead; all times in milliseconds. */
export interface DemoStory {
  status: LeadStatus
  createdAt: number
  steps: DemoStep[]
  entries: DemoEntry[]
}

interface Plot {
  status: LeadStatus
  at: number
  now: number
  owner: DemoMember | null
  chance: Chance
}

const road = ['contacted', 'qualified', 'negotiation', 'converted'] as const

/** Walks a lead from when it came in to where it stands, with what was said on the way. */
export function storyOf(plot: Plot): DemoStory {
  const { status, at, chance } = plot
  const through = stationsOf(status, chance)
  const story: DemoStory = { status, createdAt: at, steps: [], entries: [] }
  let from: LeadStatus = 'new'
  let clock = at
  for (const station of through) {
    clock = Math.min(plot.now - 60_000, clock + waitBefore(from, chance))
    if (station !== 'converted') story.entries.push(entryAt(station, clock, chance))
    story.steps.push({ from, to: station, at: clock })
    from = station
  }
  plan(story, plot)
  return story
}

/** Every station up to the status; what is lost got some way before. */
function stationsOf(status: LeadStatus, chance: Chance): Exclude<LeadStatus, 'new'>[] {
  if (status === 'new') return []
  if (status === 'lost') return [...road.slice(0, chance.between(1, 3)), 'lost']
  return road.slice(0, road.indexOf(status) + 1)
}

/** Most are answered within hours, some only the next day; the further, the slower. */
function waitBefore(from: LeadStatus, chance: Chance): number {
  if (from === 'new')
    return chance.happens(0.75) ? chance.between(4, 240) * 60_000 : chance.between(5, 30) * HOUR
  return chance.between(1, 12) * DAY + chance.between(0, 8) * HOUR
}

function entryAt(
  station: Exclude<LeadStatus, 'new' | 'converted'>,
  at: number,
  chance: Chance
): DemoEntry {
  const { kind, details, outcome } = chance.pick(station === 'lost' ? losses : told[station])
  return { kind, details, outcome, at, nextAction: null, nextInDays: null }
}

/** The last word of an open lead often says what to do next, and when. */
function plan({ status, entries }: DemoStory, { chance }: Plot): void {
  const last = entries.at(-1)
  if (!last || status === 'converted' || status === 'lost' || !chance.happens(0.6)) return
  last.nextAction = chance.pick(nextActions)
  last.nextInDays = chance.between(-3, 9)
}
