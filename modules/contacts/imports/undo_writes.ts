import { untagRecords } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type { KnownContact } from './known_contact.ts'
import type { Deeds, Undoing } from './undo_contact.ts'
import { updateContacts } from './write_contacts.ts'

export interface Restored {
  contact: KnownContact
  undoing: Undoing
  deeds: Deeds
}

/** Deleted as by hand: they can be restored for some days. */
export async function removeContacts(ids: string[], actorId: string): Promise<void> {
  if (ids.length === 0) return
  await unitSql(
    `update contacts set deleted_at = now(), deleted_by = ?, version = version + 1, updated_at = now() where id = any(?)`,
    [actorId, ids]
  )
}

/** Writes the contacts as they were before the import, as far as that is possible. */
export async function restoreContacts(importId: string, restored: Restored[]): Promise<void> {
  if (restored.length === 0) return
  const ids = restored.map(({ contact }) => contact.id)
  await takePoints(restored)
  await takeTags(restored)
  await unitSql(
    `update timeline_entries set deleted_at = now()
      where subject_type = 'contact' and subject_id = any(?) and facts->>'import_id' = ? and deleted_at is null`,
    [ids, importId]
  )
  const versions = await updateContacts(restored.map(({ contact }) => contact))
  await renewPrimaries(ids)
  await passVersionsOn(restored, versions)
}

async function takePoints(restored: Restored[]): Promise<void> {
  const points = restored.flatMap(({ contact, undoing }) =>
    undoing.points.map(({ kind, value }) => ({ contact_id: contact.id, kind, value }))
  )
  if (points.length === 0) return
  await unitSql(
    `delete from contact_points p
      using jsonb_to_recordset(?::jsonb) as gone(contact_id uuid, kind text, value text)
      where p.contact_id = gone.contact_id and p.kind = gone.kind and p.value = gone.value`,
    [JSON.stringify(points)]
  )
}

async function takeTags(restored: Restored[]): Promise<void> {
  const taggings = restored.flatMap(({ contact, undoing }) =>
    undoing.tags.map((tag) => ({ id: contact.id, tag }))
  )
  const byTag = Map.groupBy(taggings, (tagging) => tagging.tag)
  for (const [tag, tagged] of byTag) {
    const ids = tagged.map(({ id }) => id)
    await untagRecords('contact', ids, [tag])
  }
}

/** A list shows the first phone and e-mail: where that one went, the next. */
async function renewPrimaries(ids: string[]): Promise<void> {
  await unitSql(
    `update contacts c set primary_phone = (${firstPoint('phone')}), primary_email = (${firstPoint('email')})
      where id = any(?)`,
    [ids]
  )
}

function firstPoint(kind: 'phone' | 'email'): string {
  return `select value from contact_points where contact_id = c.id and kind = '${kind}' order by position, id limit 1`
}

/**
 * Undoing is no change by somebody: an import that came before this one can still be undone
 * where only imports have been at work since.
 */
async function passVersionsOn(restored: Restored[], versions: Map<string, number>): Promise<void> {
  const untouched = restored.filter(({ contact, deeds }) => contact.version === deeds.versionAfter)
  const steps = untouched.map(({ contact, deeds }) => ({
    id: contact.id,
    before: deeds.versionBefore,
    after: versions.get(contact.id),
  }))
  if (steps.length === 0) return
  await unitSql(
    `update contact_import_rows r set version_after = step.after
       from jsonb_to_recordset(?::jsonb) as step(id uuid, before integer, after integer)
      where r.contact_id = step.id and r.version_after = step.before and r.undone is null`,
    [JSON.stringify(steps)]
  )
}
