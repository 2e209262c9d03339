import { DateTime } from 'luxon'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import LeadsDeleted from '../events/leads_deleted.ts'
import { tellOf } from '../events/leads_event.ts'
import LeadsRestored from '../events/leads_restored.ts'

/** Puts leads where they can be restored from for 7 days. `batch`, an instant, names what is deleted together. */
export async function deleteLeads(
  ids: string[],
  batch: string = DateTime.utc().toISO()
): Promise<void> {
  await unitSql(
    'update leads set deleted_at = ?, deleted_by = ?, updated_at = now() where id = any(?)',
    [batch, currentActor().id, ids]
  )
  settle('leads.deleted', ids)
  tellOf(LeadsDeleted, ids)
}

/** Brings leads back as they were: status, timeline and assignment were never taken. */
export async function restoreLeads(ids: string[]): Promise<void> {
  await unitSql(
    'update leads set deleted_at = null, deleted_by = null, updated_at = now() where id = any(?)',
    [ids]
  )
  settle('leads.restored', ids)
  tellOf(LeadsRestored, ids)
}

function settle(action: string, ids: string[]): void {
  const [only] = ids
  unit().audit({
    action,
    subjectType: 'lead',
    subjectId: ids.length === 1 ? only : null,
    facts: { count: ids.length, ids: ids.slice(0, 100) },
  })
}
