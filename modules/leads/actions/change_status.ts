import { DateTime } from 'luxon'
import { noteChange } from '#app/records'
import { type Result, done, refused } from '#kernel/result/result'
import LeadsConverted from '../events/leads_converted.ts'
import { tellOf } from '../events/leads_event.ts'
import LeadsStatusChanged from '../events/leads_status_changed.ts'
import { type LeadStatus, type LostReason, leadSteps } from '../lead_words.ts'
import Lead from '../models/lead.ts'
import { stageFor } from '../models/pipeline_stage.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'
import { linkContact } from './link_contact.ts'

export interface StatusStep {
  to: LeadStatus
  /** The version that somebody saw when they decided. */
  version: number
  lostReason?: LostReason | null
  /** In words; needed to reopen what was lost. */
  reason?: string | null
  /** The stage to stand at, where several stand for the status. */
  stageId?: string | null
}

type Refusal = 'illegal_step' | 'stale' | 'lost_reason_missing' | 'reopen_reason_missing'

/** Takes a lead one step further: its stage goes along, and its history is kept. */
export class ChangeStatus {
  async handle(lead: Lead, step: StatusStep): Promise<Result<Lead, Refusal>> {
    const from = lead.status
    const hindrance = hindranceOf(lead, step)
    if (hindrance) return hindrance

    await prepare(lead, step)
    const seen = { seenVersion: step.version, reason: reasonOf(step) }
    const moved = await lead.moveTo(step.to, seen)
    if (!moved.ok) return moved
    lead.version = step.version + 1
    await noteStep(lead, from, step)
    tellOf(LeadsStatusChanged, [lead.id])
    if (step.to === 'converted') tellOf(LeadsConverted, [lead.id])
    return done(lead)
  }
}

/** What goes along with the step: contact, stage and outcome. Saved with it. */
async function prepare(lead: Lead, step: StatusStep): Promise<void> {
  if (step.to === 'converted') await linkContact(lead)
  const stage = stageFor(step.to, await pipelineStages(), step.stageId ?? lead.stageId)
  lead.merge({ ...outcomeOf(step), stageId: stage?.id ?? null })
}

function reasonOf({ reason, lostReason }: StatusStep): string | undefined {
  return reason ?? lostReason ?? undefined
}

function hindranceOf({ status }: Lead, { to, lostReason, reason }: StatusStep) {
  const allowed = leadSteps[status]
  if (!allowed.includes(to)) return refused('illegal_step', { allowed: [...allowed] })
  if (to === 'lost' && !lostReason) return refused('lost_reason_missing')
  if (status === 'lost' && !reason) return refused('reopen_reason_missing')
  return null
}

function outcomeOf({ to, lostReason }: StatusStep) {
  return {
    lostReason: to === 'lost' ? (lostReason ?? null) : null,
    convertedAt: to === 'converted' ? DateTime.utc() : null,
  }
}

async function noteStep(lead: Lead, from: LeadStatus, step: StatusStep): Promise<void> {
  const change = { field: 'leads.fields.status', from, to: step.to, words: 'leads.statuses' }
  const reasons = [
    step.lostReason && {
      field: 'leads.fields.lost_reason',
      from: null,
      to: step.lostReason,
      words: 'leads.lost_reasons',
    },
    step.reason && { field: 'leads.fields.reason', from: null, to: step.reason },
  ]
  await noteChange(Lead.subjectType, [lead.id], [change, ...reasons.filter((one) => !!one)])
}
