import { currentActor } from '#kernel/tenancy/tenancy'
import { unitSql } from '#kernel/tenancy/sql'
import type { FieldChange } from '../models/timeline_entry.ts'

/** Writes on the timelines of these records what was changed, in one statement for all of them. */
export async function noteChange(
  subjectType: string,
  subjectIds: string[],
  changes: FieldChange[]
): Promise<void> {
  if (changes.length === 0 || subjectIds.length === 0) return
  const actor = currentActor()
  await unitSql(
    `insert into timeline_entries (subject_type, subject_id, kind, happened_at, facts, author_id, author_name)
     select ?, id, 'change', now(), ?::jsonb, ?, ? from unnest(?::uuid[]) as id`,
    [subjectType, JSON.stringify({ changes }), actor.id, actor.name, subjectIds]
  )
}

export interface NotedChange {
  subjectId: string
  changes: FieldChange[]
}

/** Writes on each record's timeline what was changed of it, in one statement for all of them. */
export async function noteChanges(
  subjectType: string,
  noted: NotedChange[],
  facts: Record<string, unknown> = {}
): Promise<void> {
  const rows = noted.filter(({ changes }) => changes.length > 0)
  if (rows.length === 0) return
  const actor = currentActor()
  await unitSql(
    `insert into timeline_entries (subject_type, subject_id, kind, happened_at, facts, author_id, author_name)
     select ?, new.id, 'change', now(), new.facts, ?, ?
       from jsonb_to_recordset(?::jsonb) as new(id uuid, facts jsonb)`,
    [
      subjectType,
      actor.id,
      actor.name,
      JSON.stringify(
        rows.map(({ subjectId: id, changes }) => ({ id, facts: { ...facts, changes } }))
      ),
    ]
  )
}
