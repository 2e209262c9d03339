import { type Conditions, type RoutingFacts, reasonsFor } from './conditions.ts'
import type { Desk } from './desk.ts'
import { type ClaimGroup, type Staffer, type Target, lastGroup } from './targets.ts'
import type { TraceStep } from './trace.ts'

/** A rule as it decides: saved, or only tried. */
export interface Rule {
  id: string
  name: string
  position: number
  conditions: Conditions
  target: Target
}

export interface Offer {
  rule: Pick<Rule, 'name' | 'position'>
  group: ClaimGroup
  fallback: ClaimGroup[]
  hidden: boolean
}

export interface Decision {
  owner: Staffer | null
  offer: Offer | null
  /** The rule that took the lead; null for the last one. */
  ruleId: string | null
  trace: TraceStep[]
}

type Placed = Pick<Decision, 'owner' | 'offer'>

/** Walks through the rules until one has somebody for the lead; the last one always has. */
export async function decide(
  facts: RoutingFacts,
  rules: readonly Rule[],
  desk: Desk
): Promise<Decision> {
  const trace: TraceStep[] = []
  for (const rule of rules) {
    const because = reasonsFor(facts, rule.conditions, desk.placeNamed)
    if (!because) continue
    const placed = await place(rule, facts, desk)
    trace.push({ ...stepOf(rule, placed, desk), because })
    if (placed.owner ?? placed.offer) return { ...placed, ruleId: rule.id, trace }
  }
  const owner = inTurn(lastGroup(desk.lastRule, desk.staff), await desk.turnOf(null))
  trace.push(givenByLast(owner))
  return { owner, offer: null, ruleId: null, trace }
}

async function place(rule: Rule, facts: RoutingFacts, desk: Desk): Promise<Placed> {
  const { target } = rule
  if (target.kind === 'first_to_claim') {
    return { owner: null, offer: offerOf(rule, target.groups, desk.staff) }
  }
  if (target.kind === 'team') {
    const team = desk.staff.filter(({ teamId }) => teamId === target.teamId)
    return { owner: team.length > 0 ? await leastBusy(team, rule, desk) : null, offer: null }
  }
  const group = present(idsOf(target, facts), desk.staff)
  const owner = group.length > 0 ? inTurn(group, await desk.turnOf(rule.id)) : null
  return { owner, offer: null }
}

function idsOf(target: Target, { listingAgentId }: RoutingFacts): (string | null)[] {
  if (target.kind === 'member') return [target.memberId]
  if (target.kind === 'round_robin') return target.memberIds
  return [listingAgentId]
}

/** The first group that still has somebody in it, and those that follow. */
export function offerOf(
  rule: Pick<Rule, 'name' | 'position' | 'target'>,
  groups: readonly ClaimGroup[],
  staff: readonly Staffer[]
): Offer | null {
  const hidden = rule.target.kind === 'first_to_claim' && rule.target.hidden
  const there = groups.map(({ memberIds, minutes }) => ({
    memberIds: present(memberIds, staff).map(({ id }) => id),
    minutes,
  }))
  const [group, ...fallback] = there.filter(({ memberIds }) => memberIds.length > 0)
  return group ? { rule, group, fallback, hidden } : null
}

/** Whoever of them still works here. */
function present(ids: readonly (string | null)[], staff: readonly Staffer[]): Staffer[] {
  return staff.filter(({ id }) => ids.includes(id))
}

function inTurn(group: readonly Staffer[], turn: number): Staffer | null {
  return group[turn % group.length] ?? null
}

/** The turn decides between those who have equally much; taking it also queues those who ask at once. */
async function leastBusy(team: readonly Staffer[], rule: Rule, desk: Desk): Promise<Staffer> {
  const turn = await desk.turnOf(rule.id)
  const open = await desk.openLeads(team.map(({ id }) => id))
  const least = Math.min(...team.map(({ id }) => open.get(id) ?? 0))
  return inTurn(
    team.filter(({ id }) => (open.get(id) ?? 0) === least),
    turn
  )!
}

function stepOf(rule: Rule, { owner, offer }: Placed, { staff }: Desk) {
  const offered = offer ? present(offer.group.memberIds, staff) : []
  const outcome = owner ? ('given' as const) : offer ? ('offered' as const) : ('nobody' as const)
  const to = (owner ? [owner] : offered).map(({ name }) => name)
  return { at: new Date().toISOString(), rule: rule.position, name: rule.name, outcome, to }
}

function givenByLast(owner: Staffer | null): TraceStep {
  const to = owner ? [owner.name] : []
  const outcome = owner ? 'given' : 'nobody'
  return { at: new Date().toISOString(), rule: null, name: null, because: [], outcome, to }
}
