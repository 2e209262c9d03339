import { DateTime } from 'luxon'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import ContactsDeleted from '../events/contacts_deleted.ts'
import { tellOf } from '../events/contacts_event.ts'
import ContactsRestored from '../events/contacts_restored.ts'

/** Puts contacts where they can be restored from for 7 days. `batch`, an instant, names what is deleted together. */
export async function deleteContacts(
  ids: string[],
  batch: string = DateTime.utc().toISO()
): Promise<void> {
  await unitSql(
    'update contacts set deleted_at = ?, deleted_by = ?, updated_at = now() where id = any(?)',
    [batch, currentActor().id, ids]
  )
  settle('contacts.deleted', ids)
  tellOf(ContactsDeleted, ids)
}

/** Brings contacts back as they were: timeline, tags and owner were never taken. */
export async function restoreContacts(ids: string[]): Promise<void> {
  await unitSql(
    'update contacts set deleted_at = null, deleted_by = null, updated_at = now() where id = any(?)',
    [ids]
  )
  settle('contacts.restored', ids)
  tellOf(ContactsRestored, ids)
}

function settle(action: string, ids: string[]): void {
  const [only] = ids
  unit().audit({
    action,
    subjectType: 'contact',
    subjectId: ids.length === 1 ? only : null,
    facts: { count: ids.length, ids: ids.slice(0, 100) },
  })
}
