import { checks } from '../lead_words.ts'
import type PipelineStage from '../models/pipeline_stage.ts'
import { stageFor } from '../models/pipeline_stage.ts'
import { daysAfter } from '#kernel/markets/time'
import type { DemoLead } from './demo_leads.ts'

const iso = (time: number) => new Date(time).toISOString()

/** What all leads of an agency share. */
export interface DemoHouse {
  stages: PipelineStage[]
  currency: string
  /** `YYYY-MM-DD` */
  today: string
}

/** A made-up lead as a row of its table. */
export function leadRow(lead: DemoLead, id: string, house: DemoHouse) {
  return {
    id,
    contact_id: lead.contactId,
    name: lead.name,
    phone: lead.phone,
    email: lead.email,
    source: lead.source,
    source_detail: lead.sourceDetail,
    currency: house.currency,
    ...wishColumns(lead),
    ...standingColumns(lead, house),
    ...careColumns(lead),
  }
}

function standingColumns({ status, steps, createdAt, lostReason }: DemoLead, house: DemoHouse) {
  const { from, at } = steps.at(-1) ?? { from: status, at: createdAt }
  const stage = stageFor(status === 'lost' ? from : status, house.stages)
  return {
    status,
    stage_id: stage?.id ?? null,
    lost_reason: lostReason,
    converted_at: status === 'converted' ? iso(at) : null,
    created_at: iso(createdAt),
    updated_at: iso(at),
  }
}

function careColumns(lead: DemoLead) {
  const { owner, createdAt } = lead
  return {
    owner_id: owner?.id ?? null,
    keeper_id: owner?.id ?? null,
    team_id: owner?.teamId ?? null,
    assigned_at: owner ? iso(createdAt) : null,
    checklist: checklistOf(lead),
  }
}

function wishColumns({
  intent,
  message,
  budget,
  askingPrice,
  localities,
  motivation,
  place,
}: DemoLead) {
  return {
    intent,
    message,
    budget_min_minor: budget?.[0] ?? null,
    budget_max_minor: budget?.[1] ?? null,
    asking_price_minor: askingPrice,
    localities,
    address: place.city
      ? { city: place.city, ...(place.locality && { locality: place.locality }) }
      : {},
    city: place.city,
    motivation,
  }
}

function checklistOf({ checked, owner, steps, createdAt }: DemoLead) {
  const at = iso(steps.at(-1)?.at ?? createdAt)
  const tick = { at, by: owner?.id ?? null, name: owner?.name ?? '' }
  return Object.fromEntries(checks.filter((one) => checked.includes(one)).map((one) => [one, tick]))
}

/** What was said and what changed, as rows of the timeline. */
export function entryRows(lead: DemoLead, id: string, { today }: DemoHouse) {
  const written = (at: number) => ({
    subject_type: 'lead',
    subject_id: id,
    happened_at: iso(at),
    author_id: lead.owner?.id ?? null,
    author_name: lead.owner?.name ?? null,
    created_at: iso(at),
    updated_at: iso(at),
  })
  const said = lead.entries.map((entry) => ({
    ...written(entry.at),
    kind: entry.kind,
    details: entry.details,
    outcome: entry.outcome,
    next_action: entry.nextAction,
    next_action_on: entry.nextInDays === null ? null : daysAfter(today, entry.nextInDays),
    facts: {},
  }))
  const changes = lead.steps.map(({ from, to, at }) => ({
    ...written(at + 1000),
    kind: 'change',
    details: '',
    facts: { changes: [{ field: 'leads.fields.status', from, to, words: 'leads.statuses' }] },
  }))
  return [...said, ...changes]
}

export function stepRows(lead: DemoLead, id: string) {
  return lead.steps.map(({ from, to, at }) => ({
    subject_type: 'lead',
    subject_id: id,
    from_status: from,
    to_status: to,
    reason: to === 'lost' ? lead.lostReason : null,
    actor_id: lead.owner?.id ?? null,
    actor_name: lead.owner?.name ?? null,
    created_at: iso(at),
  }))
}

export function interestRows({ unit, createdAt }: DemoLead, id: string) {
  return unit ? [{ lead_id: id, unit, created_at: iso(createdAt) }] : []
}
