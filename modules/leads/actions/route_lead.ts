import { noteChange } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import LeadsAssigned from '../events/leads_assigned.ts'
import { tellOf } from '../events/leads_event.ts'
import LeadsOffered from '../events/leads_offered.ts'
import Lead from '../models/lead.ts'
import { leadRules } from '../queries/lead_rules.ts'
import type { RoutingFacts } from '../routing/conditions.ts'
import { type Decision, type Offer, decide } from '../routing/decide.ts'
import { openDesk } from '../routing/desk.ts'
import type { TraceStep } from '../routing/trace.ts'

/** Gives a lead that is nobody's to whom the rules say: all of them, or those behind a place. */
export async function routeLead(
  lead: Pick<Lead, 'id'>,
  facts: RoutingFacts,
  behind = 0
): Promise<Decision> {
  const rules = (await leadRules()).filter(({ position }) => position > behind)
  const decision = await decide(facts, rules, await openDesk())
  const { owner, offer, trace } = decision
  if (owner) await give(lead.id, owner)
  await addToTrace(lead.id, trace)
  if (offer) await openClaim(lead.id, offer)
  if (owner) tellOf(LeadsAssigned, [lead.id])
  return decision
}

async function give(leadId: string, owner: { id: string; teamId: string | null }): Promise<void> {
  await unitSql(
    `update leads set owner_id = ?, team_id = ?, keeper_id = coalesce(keeper_id, ?), assigned_at = now() where id = ?`,
    [owner.id, owner.teamId, owner.id, leadId]
  )
}

/** Offers a lead to a group: whoever takes it first has it. */
export async function openClaim(leadId: string, offer: Offer): Promise<void> {
  const { rule, group, fallback, hidden } = offer
  await unitSql(
    `insert into lead_claims (lead_id, rule_name, rule_position, member_ids, hidden, fallback, expires_at)
     values (?, ?, ?, ?::uuid[], ?, ?::jsonb, now() + make_interval(mins => ?))`,
    [
      ...[leadId, rule.name, rule.position, group.memberIds, hidden],
      ...[JSON.stringify(fallback), group.minutes],
    ]
  )
  tellOf(LeadsOffered, [leadId])
}

/** Keeps why a lead went where it went, with the lead and on its timeline. */
export async function addToTrace(leadId: string, steps: TraceStep[]): Promise<void> {
  await unitSql(`update leads set routing = routing || ?::jsonb where id = ?`, [
    JSON.stringify(steps),
    leadId,
  ])
  await noteChange(Lead.subjectType, [leadId], steps.flatMap(changesOf))
}

/** A step of the trace as the timeline tells it. */
export function changesOf({ rule, name, outcome, to }: TraceStep) {
  const said =
    name === null ? [] : [{ field: 'leads.fields.rule', from: null, to: `${rule} · ${name}` }]
  const field = `leads.routing.timeline.${outcome}`
  return [...said, { field, from: null, to: to.join(', ') || '–' }]
}
