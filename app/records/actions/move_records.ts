import { unitSql } from '#kernel/tenancy/sql'

/** What hangs on a record and goes with it, each in a table of its own. */
const movable = ['timeline_entries', 'files', 'tasks'] as const

interface Move {
  /** The kind of both records, as `RecordSubject.type`. */
  type: string
  from: string
  to: string
  /** What moves them, by its id: under this name they can go back. */
  causeId: string
}

/** Moves a record's timeline, files and tasks to another of its kind; each row remembers where it came from. */
export async function moveRecords({ type, from, to, causeId }: Move): Promise<void> {
  for (const kind of movable) {
    await unitSql(
      `with moved as (
         update ?? set subject_id = ?, updated_at = now() where subject_type = ? and subject_id = ? returning id)
       insert into record_moves (cause_id, subject_type, from_id, to_id, kind, row_id)
       select ?, ?, ?, ?, ?, id from moved`,
      [kind, to, type, from, causeId, type, from, to, kind]
    )
  }
}

/** Takes back what was moved under this name, as far as it is still where it was moved to. */
export async function moveRecordsBack(causeId: string): Promise<void> {
  for (const kind of movable) {
    await unitSql(
      `update ?? as moved set subject_id = move.from_id, updated_at = now()
         from record_moves as move
        where move.cause_id = ? and move.kind = ? and moved.id = move.row_id and moved.subject_id = move.to_id`,
      [kind, causeId, kind]
    )
  }
  await unitSql('delete from record_moves where cause_id = ?', [causeId])
}
