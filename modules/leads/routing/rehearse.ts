import { placeNaming } from '#kernel/places/known_places'
import { leadRules } from '../queries/lead_rules.ts'
import { leadSettings } from '../queries/lead_settings.ts'
import { type RecentLead, recentLeads } from '../queries/recent_leads.ts'
import { type Decision, type Rule, decide } from './decide.ts'
import { type Desk, activeStaff, openLeads } from './desk.ts'
import { factsFrom } from './facts.ts'

const SAMPLE = 8

export interface Rehearsed {
  lead: RecentLead
  decision: Decision
}

export interface Rehearsal {
  leads: number
  /** Leads that each rule would have taken; by null what is left for the last one. */
  byRule: Map<string | null, number>
  byPerson: Map<string, number>
  /** How many would have been offered to groups. */
  offered: number
  sample: Rehearsed[]
  rules: Rule[]
}

/** What the rules would have done with the leads of the last 30 days, `tried` among them. Nothing is written. */
export async function rehearse(tried: Rule): Promise<Rehearsal> {
  const rules = withTried(await leadRules(), tried)
  const desk = await rehearsalDesk()
  const leads = await recentLeads()
  const byPerson = new Map<string, number>()
  const decided: Rehearsed[] = []
  for (const lead of leads) {
    const decision = await decide(factsFrom(lead), rules, desk)
    if (decision.owner) desk.noteGiven(decision.owner.id)
    if (decision.owner) count(byPerson, decision.owner.name)
    decided.push({ lead, decision })
  }
  const byRule = new Map<string | null, number>()
  decided.forEach(({ decision }) => count(byRule, decision.ruleId))
  return {
    ...{ leads: leads.length, rules, byRule, byPerson },
    offered: decided.filter(({ decision }) => decision.offer).length,
    sample: decided.filter(({ decision }) => decision.ruleId === tried.id).slice(0, SAMPLE),
  }
}

function withTried(saved: readonly Rule[], tried: Rule): Rule[] {
  const others = saved.filter(({ id }) => id !== tried.id)
  return [...others, tried].sort((one, other) => one.position - other.position)
}

/** A desk at which nothing is kept: turns begin anew, and what was given counts as open. */
async function rehearsalDesk(): Promise<Desk & { noteGiven(id: string): void }> {
  const staff = await activeStaff()
  const { lastRule } = await leadSettings()
  const open = await openLeads(staff.map(({ id }) => id))
  const turns = new Map<string | null, number>()
  return {
    staff,
    lastRule,
    placeNamed: await placeNaming(),
    turnOf: (id) => Promise.resolve(count(turns, id) - 1),
    openLeads: () => Promise.resolve(open),
    noteGiven: (id) => void count(open, id),
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): number {
  const next = (counts.get(key) ?? 0) + 1
  counts.set(key, next)
  return next
}
