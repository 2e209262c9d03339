import { currentActor } from '#kernel/tenancy/tenancy'
import { unitSql } from '#kernel/tenancy/sql'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import { MergeLeads } from '../actions/merge_leads.ts'
import { addToTrace, openClaim } from '../actions/route_lead.ts'
import Lead from '../models/lead.ts'
import LeadFlag from '../models/lead_flag.ts'
import LeadPair from '../models/lead_pair.ts'
import LeadRule from '../models/lead_rule.ts'
import PipelineStage from '../models/pipeline_stage.ts'

const ofLead = (records: SweptRecords) => ({ lead_id: records.lead })
const aRule = (records: SweptRecords) => ({ id: records.leadRule, rule_id: records.leadRule })
const aStage = (records: SweptRecords) => ({ id: records.leadStage, stage_id: records.leadStage })

const ruling: RoutePolicy = { permission: 'leads.rules' }
const change: RoutePolicy = { permission: 'leads.update', params: ofLead }

/** Who gets leads, who claims them, their stages, and those that may be the same. */
export const rulePolicies: Record<string, RoutePolicy> = {
  'leads.claims.index': { permission: 'leads.update' },
  'leads.claim.store': change,
  'leads.duplicates.index': { permission: 'leads.update' },
  'leads.duplicates.destroy': {
    permission: 'leads.update',
    params: (records) => ({ id: records.leadPair }),
  },
  'leads.flags.index': { permission: 'leads.update' },
  'leads.flags.update': {
    permission: 'leads.update',
    params: (records) => ({ id: records.leadFlag }),
  },
  'leads.merges.create': change,
  'leads.merges.store': change,
  'leads.merges.destroy': {
    ...change,
    params: (records) => ({ lead_id: records.lead, id: records.leadMerge }),
  },
  'leads.rules.index': ruling,
  'leads.rules.create': ruling,
  'leads.rules.store': ruling,
  'leads.rules.edit': { ...ruling, params: aRule },
  'leads.rules.update': { ...ruling, params: aRule },
  'leads.rules.destroy': { ...ruling, params: aRule },
  'leads.rules.place.update': { ...ruling, params: aRule },
  'leads.rules.last.update': ruling,
  'leads.rules.rehearsals.store': ruling,
  'leads.stages.index': ruling,
  'leads.stages.store': ruling,
  'leads.stages.edit': { ...ruling, params: aStage },
  'leads.stages.update': { ...ruling, params: aStage },
  'leads.stages.destroy': { ...ruling, params: aStage },
  'leads.stages.place.update': { ...ruling, params: aStage },
}

/** A rule with its offer of this lead, and the stage at which it stands. */
export async function givenRules(leadId: string, canary: string): Promise<SweptRecords> {
  const memberIds = [currentActor().id]
  const rule = await LeadRule.create({
    name: canary,
    position: 1,
    conditions: { sources: [canary], places: [canary] },
    target: { kind: 'round_robin', memberIds },
  })
  const group = { memberIds, minutes: 30 }
  await openClaim(leadId, { rule, group, fallback: [], hidden: false })
  const at = new Date().toISOString()
  await addToTrace(leadId, [
    { at, rule: 1, name: canary, because: [], outcome: 'offered', to: [canary] },
  ])
  const flag = await LeadFlag.create({ leadId, kind: 'spam', evidence: { links: 2, copies: 1 } })
  const stage = await PipelineStage.findByOrFail('label', canary)
  return { leadRule: rule.id, leadStage: stage.id, leadFlag: flag.id }
}

/** A lead that this one took in, and one that looks like it. */
export async function givenTwins(leadId: string, canary: string): Promise<SweptRecords> {
  const { version, ownerId } = await Lead.findOrFail(leadId)
  const twin = await givenTwin(canary, ownerId)
  const taken = await new MergeLeads().handle(
    { id: leadId, version },
    { id: twin.id, version: 1 },
    { message: 'other' }
  )
  if (!taken.ok) throw new Error(taken.reason)
  const alike = await givenTwin(canary, ownerId)
  const [firstId, secondId] = [leadId, alike.id].toSorted()
  const pair = await LeadPair.create({ firstId, secondId, reasons: ['name'], state: 'open' })
  await unitSql('update leads set version = 1 where id = ?', [leadId])
  return { leadMerge: taken.value.id, leadPair: pair.id, leadAlike: alike.id }
}

function givenTwin(canary: string, ownerId: string | null): Promise<Lead> {
  return Lead.create({
    ...{ name: canary, ownerId, status: 'new', localities: [], currency: 'USD' },
    ...{ source: canary, message: `${canary} once`, tagNames: [`${canary} too`] },
  })
}
