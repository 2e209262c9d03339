import { noteChange } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { tellOf } from '../events/contacts_event.ts'
import ContactsUpdated from '../events/contacts_updated.ts'
import Contact from '../models/contact.ts'

type Status = Contact['status']

/** Puts contacts aside, or takes them back: those for which that is a step. Answers how many. */
export async function archiveContacts(ids: string[], status: Status): Promise<number> {
  const from = (Object.keys(Contact.steps) as Status[]).filter((known) =>
    Contact.steps[known].includes(status)
  )
  const actor = currentActor()
  const { rows } = await unitSql<{ subject_id: string }>(
    `with moved as (
       update contacts set status = ?, version = contacts.version + 1, updated_at = now()
         from contacts as before
        where contacts.id = any(?::uuid[]) and before.id = contacts.id and before.status = any(?::text[])
        returning contacts.id, before.status as from_status)
     insert into status_steps (subject_type, subject_id, from_status, to_status, actor_id, actor_name)
     select 'contact', id, from_status, ?, ?, ? from moved returning subject_id`,
    [status, ids, from, status, actor.id, actor.name]
  )
  const moved = rows.map((row) => row.subject_id)
  await noteStatus(moved, status)
  return moved.length
}

/** Tells the timelines and the house that these contacts took a step. */
export async function noteStatus(ids: string[], status: Status): Promise<void> {
  const from = status === 'archived' ? 'active' : 'archived'
  const change = { field: 'contacts.fields.status', from, to: status, words: 'contacts.statuses' }
  await noteChange('contact', ids, [change])
  tellOf(ContactsUpdated, ids)
}
