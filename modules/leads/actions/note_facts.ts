import { DateTime } from 'luxon'
import { noteChange } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/leads_event.ts'
import LeadsUpdated from '../events/leads_updated.ts'
import type { Check } from '../lead_words.ts'
import Lead from '../models/lead.ts'
import { renewScores } from './renew_scores.ts'

/** Ticks one line of the checklist, with who did and when, or takes the tick away. */
export async function setCheck(lead: Lead, check: Check, isDone: boolean): Promise<void> {
  const { id, name } = currentActor()
  const tick = JSON.stringify({ [check]: { at: DateTime.utc().toISO(), by: id, name } })
  await unitSql(
    `update leads set checklist = (checklist - ?::text) || ?::jsonb, updated_at = now() where id = ?`,
    [check, isDone ? tick : '{}', lead.id]
  )
  const [from, to] = isDone ? [null, 'done'] : ['done', null]
  const change = { field: `leads.checks.${check}`, from, to, words: 'leads.checklist' }
  await noteChange(Lead.subjectType, [lead.id], [change])
  await renewScores([lead.id])
  tellOf(LeadsUpdated, [lead.id])
}

/** Puts what a person thinks of the priority before what is reckoned, or takes it back. */
export async function overridePriority(lead: Lead, score: number | null): Promise<void> {
  await unitSql('update leads set priority_override = ?, updated_at = now() where id = ?', [
    score,
    lead.id,
  ])
  const said = (one: number | null) => (one === null ? null : String(one))
  const change = { field: 'leads.fields.priority_override', from: said(lead.priorityOverride) }
  await noteChange(Lead.subjectType, [lead.id], [{ ...change, to: said(score) }])
  tellOf(LeadsUpdated, [lead.id])
}
