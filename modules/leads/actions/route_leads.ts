import { noteChanges } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import LeadsAssigned from '../events/leads_assigned.ts'
import { tellOf } from '../events/leads_event.ts'
import Lead from '../models/lead.ts'
import { leadRules } from '../queries/lead_rules.ts'
import type { RoutingFacts } from '../routing/conditions.ts'
import { type Decision, decide } from '../routing/decide.ts'
import { type Desk, openDesk } from '../routing/desk.ts'
import { changesOf, openClaim } from './route_lead.ts'

interface Routed {
  id: string
  decision: Decision
}

/** Gives many leads at once to whom the rules say, one after the other. */
export async function routeLeads(leads: { id: string; facts: RoutingFacts }[]): Promise<void> {
  if (leads.length === 0) return
  const rules = await leadRules()
  const given = new Map<string, number>()
  const desk = countingAlso(await openDesk(), given)
  const routed: Routed[] = []
  for (const { id, facts } of leads) {
    const decision = await decide(facts, rules, desk)
    const { owner, offer } = decision
    if (owner) given.set(owner.id, (given.get(owner.id) ?? 0) + 1)
    if (offer) await openClaim(id, offer)
    routed.push({ id, decision })
  }
  await give(routed)
}

/** Whoever has got leads a moment ago has so many more. */
function countingAlso(desk: Desk, given: Map<string, number>): Desk {
  return {
    ...desk,
    openLeads: async (memberIds) => {
      const open = await desk.openLeads(memberIds)
      return new Map(memberIds.map((id) => [id, (open.get(id) ?? 0) + (given.get(id) ?? 0)]))
    },
  }
}

async function give(routed: Routed[]): Promise<void> {
  const rows = routed.map(({ id, decision: { owner, trace } }) => ({
    ...{ id, trace },
    ...{ owner_id: owner?.id ?? null, team_id: owner?.teamId ?? null },
  }))
  await unitSql(
    `update leads set routing = leads.routing || new.trace, owner_id = new.owner_id, team_id = new.team_id,
            keeper_id = new.owner_id, assigned_at = case when new.owner_id is null then null else now() end
       from jsonb_to_recordset(?::jsonb) as new(id uuid, trace jsonb, owner_id uuid, team_id uuid)
      where leads.id = new.id`,
    [JSON.stringify(rows)]
  )
  await noteChanges(
    Lead.subjectType,
    routed.map(({ id, decision }) => ({
      subjectId: id,
      changes: decision.trace.flatMap(changesOf),
    }))
  )
  const owned = routed.filter(({ decision }) => decision.owner)
  tellOf(
    LeadsAssigned,
    owned.map(({ id }) => id)
  )
}
