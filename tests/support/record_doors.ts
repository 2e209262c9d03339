import { unitSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import type { Ground, Write } from '#tests/functional/security/writes'
import type { RoutePolicy, SweptRecords } from './sweep.ts'

/** A kind of records, by what the sweep calls one of them and what hangs on it. */
interface Swept {
  permission: string
  record: string
  entry: string
  attachment: string
}

/** Who comes through the doors that every kind of records has for its files and pinned entries. */
export function recordDoors(room: string, swept: Swept): Record<string, RoutePolicy> {
  const door = (id: string): RoutePolicy => ({
    permission: swept.permission,
    params: (records) => ({ subject_id: records[swept.record], id: records[id] }),
  })
  return {
    [`${room}.entries.pin.store`]: door(swept.entry),
    [`${room}.entries.pin.destroy`]: door(swept.entry),
    [`${room}.attachments.store`]: door(swept.attachment),
    [`${room}.attachments.destroy`]: door(swept.attachment),
    [`${room}.attachments.restoration.store`]: door(swept.attachment),
  }
}

/** What is written through them. */
export function recordDoorWrites(
  room: string,
  swept: Omit<Swept, 'permission'>
): Record<string, Write> {
  const of = (id: string) => ({
    params: ({ records }: Ground) => ({ subject_id: records[swept.record], id: records[id] }),
  })
  return {
    [`${room}.entries.pin.store`]: of(swept.entry),
    [`${room}.entries.pin.destroy`]: {
      ...of(swept.entry),
      given: 'update timeline_entries set pinned_at = now()',
    },
    // A form that brings no file.
    [`${room}.attachments.store`]: { ...of(swept.attachment), refused: true },
    [`${room}.attachments.destroy`]: of(swept.attachment),
    [`${room}.attachments.restoration.store`]: {
      ...of(swept.attachment),
      given: 'update files set deleted_at = now()',
    },
  }
}

/** A file on a record, without bytes. */
export async function givenAttachment(
  type: string,
  id: string,
  canary: string
): Promise<SweptRecords[string]> {
  const { rows } = await unitSql<{ id: string }>(
    `insert into files (storage_key, name, media_type, bytes, sha256, subject_type, subject_id)
     values (?, ?, 'text/plain', 1, '', ?, ?) returning id`,
    [`tenants/${unit().tenant.id}/attachments/${id}`, canary, type, id]
  )
  return rows[0].id
}
