import { plainJson } from '#app/imports'
import { type FieldChange, noteChanges } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { linkContact } from '../actions/link_contact.ts'
import Lead from '../models/lead.ts'
import type { NewLead } from './known_lead.ts'

/** Writes down how far leads were when they came: history, timeline, and the contact of those that are clients. */
export async function writeStanding(created: NewLead[]): Promise<void> {
  const further = created.filter(({ status }) => status !== 'new')
  if (further.length === 0) return
  const { id, name } = currentActor()
  await unitSql(
    `insert into status_steps (subject_type, subject_id, from_status, to_status, reason, actor_id, actor_name)
     select ?, id, 'new', status, coalesce(lost_words, lost_reason), ?, ?
       from jsonb_to_recordset(?::jsonb) as new (id uuid, status text, lost_words text, lost_reason text)`,
    [Lead.subjectType, id, name, plainJson(further)]
  )
  const notes = further.map((lead) => ({ subjectId: lead.id, changes: changesOf(lead) }))
  await noteChanges(Lead.subjectType, notes)
  await linkClients(further.filter(({ status }) => status === 'converted').map((one) => one.id))
}

function changesOf({ status, lost_reason: reason, lost_words: words }: NewLead): FieldChange[] {
  const steps: FieldChange[] = [
    { field: 'leads.fields.status', from: null, to: status, words: 'leads.statuses' },
    { field: 'leads.fields.lost_reason', from: null, to: reason, words: 'leads.lost_reasons' },
    { field: 'leads.fields.reason', from: null, to: words },
  ]
  return steps.filter(({ to }) => to !== null)
}

/** One after the other: two rows of one person become one contact, and it is its agent's. */
async function linkClients(ids: string[]): Promise<void> {
  if (ids.length === 0) return
  for (const lead of await Lead.query().whereIn('id', ids).orderBy('id')) {
    await linkContact(lead)
    await unitSql('update leads set contact_id = ? where id = ?', [lead.contactId, lead.id])
  }
}
