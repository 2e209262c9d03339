import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was moved from one record to another, row by row, so that it can go back. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table record_moves (
      id uuid primary key default uuidv7(),
      cause_id uuid not null,
      subject_type text not null,
      from_id uuid not null,
      to_id uuid not null,
      kind text not null constraint record_moves_kind_known check (kind in ('timeline_entries','files')),
      row_id uuid not null,
      created_at timestamptz not null default now())`)
    this.schema.raw(`create index record_moves_cause_id_index on record_moves (cause_id, kind)`)
    this.schema.raw(
      `create index record_moves_subject_index on record_moves (subject_type, from_id)`
    )
  }
}
