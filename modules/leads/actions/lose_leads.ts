import { noteChange } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/leads_event.ts'
import LeadsStatusChanged from '../events/leads_status_changed.ts'
import { type LostReason, openStatuses } from '../lead_words.ts'

/** Marks leads as lost: those that are open. The stage tells where they were lost. */
export async function loseLeads(ids: string[], lostReason: LostReason): Promise<void> {
  const actor = currentActor()
  const { rows } = await unitSql<{ subject_id: string }>(
    `with lost as (
       update leads set status = 'lost', lost_reason = ?, version = leads.version + 1, updated_at = now()
         from leads as before
        where leads.id = any(?::uuid[]) and before.id = leads.id and before.status = any(?::text[])
        returning leads.id, before.status as from_status)
     insert into status_steps (subject_type, subject_id, from_status, to_status, reason, actor_id, actor_name)
     select 'lead', id, from_status, 'lost', ?, ?, ? from lost returning subject_id`,
    [lostReason, ids, [...openStatuses], lostReason, actor.id, actor.name]
  )
  const lost = rows.map((row) => row.subject_id)
  await noteChange('lead', lost, [
    { field: 'leads.fields.status', from: null, to: 'lost', words: 'leads.statuses' },
    { field: 'leads.fields.lost_reason', from: null, to: lostReason, words: 'leads.lost_reasons' },
  ])
  tellOf(LeadsStatusChanged, lost)
}
