import { noteChange } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/leads_event.ts'
import LeadsStatusChanged from '../events/leads_status_changed.ts'
import { stageFor } from '../models/pipeline_stage.ts'
import { pipelineStages } from '../queries/pipeline_stages.ts'

/**
 * New leads that somebody has spoken with become contacted. The version stays: whoever looks at
 * the page after logging the call goes on from there.
 */
export function answerNewLeads(ids: readonly string[]): Promise<void> {
  return step(ids, { from: 'new', to: 'contacted', where: 'first_responded_at is not null' })
}

/** The only answer was taken back, a tap by mistake: they are as new as before. */
export function unanswerLeads(ids: readonly string[]): Promise<void> {
  return step(ids, { from: 'contacted', to: 'new', where: CAME_FROM_NEW })
}

const CAME_FROM_NEW = `'new' = (select from_status from status_steps as step
  where step.subject_type = 'lead' and step.subject_id = leads.id order by step.id desc limit 1)`

interface Step {
  from: 'new' | 'contacted'
  to: 'new' | 'contacted'
  where: string
}

async function step(ids: readonly string[], { from, to, where }: Step): Promise<void> {
  if (ids.length === 0) return
  const actor = currentActor()
  const stage = stageFor(to, await pipelineStages())
  const { rows } = await unitSql<{ subject_id: string }>(
    `with stepped as (
       update leads set status = ?, stage_id = ?, updated_at = now()
        where id = any(?::uuid[]) and status = ? and ${where} returning id)
     insert into status_steps (subject_type, subject_id, from_status, to_status, actor_id, actor_name)
     select 'lead', id, ?, ?, ?, ? from stepped returning subject_id`,
    [to, stage?.id ?? null, ids, from, from, to, actor.id, actor.name]
  )
  const stepped = rows.map((row) => row.subject_id)
  if (stepped.length === 0) return
  await noteChange('lead', stepped, [
    { field: 'leads.fields.status', from, to, words: 'leads.statuses' },
  ])
  tellOf(LeadsStatusChanged, stepped)
}
