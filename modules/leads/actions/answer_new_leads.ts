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
export async function answerNewLeads(ids: readonly string[]): Promise<void> {
  const actor = currentActor()
  const stage = stageFor('contacted', await pipelineStages())
  const { rows } = await unitSql<{ subject_id: string }>(
    `with answered as (
       update leads set status = 'contacted', stage_id = ?, updated_at = now()
        where id = any(?::uuid[]) and status = 'new' and first_responded_at is not null returning id)
     insert into status_steps (subject_type, subject_id, from_status, to_status, actor_id, actor_name)
     select 'lead', id, 'new', 'contacted', ?, ? from answered returning subject_id`,
    [stage?.id ?? null, ids, actor.id, actor.name]
  )
  const answered = rows.map((row) => row.subject_id)
  if (answered.length === 0) return
  const change = { field: 'leads.fields.status', from: 'new', to: 'contacted' }
  await noteChange('lead', answered, [{ ...change, words: 'leads.statuses' }])
  tellOf(LeadsStatusChanged, answered)
}
