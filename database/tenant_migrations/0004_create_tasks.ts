import { BaseSchema } from '@adonisjs/lucid/schema'

/** What somebody, or anybody in a role, is to do: about a record or free-standing. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table tasks (
      id uuid primary key default uuidv7(),
      title text not null constraint tasks_title_present check (length(btrim(title)) between 1 and 200),
      details text not null default '',
      due_on date,
      due_time time,
      owner_id uuid,
      role text,
      status text not null default 'open' constraint tasks_status_known check (status in ('open','done','cancelled')),
      subject_type text,
      subject_id uuid,
      author_id uuid,
      author_name text,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint tasks_for_somebody check ((owner_id is null) <> (role is null)),
      constraint tasks_subject_whole check ((subject_type is null) = (subject_id is null)),
      constraint tasks_time_has_day check (due_time is null or due_on is not null))`)
    this.schema.raw(
      `create index tasks_owner_id_index on tasks (owner_id, (coalesce(due_on, 'infinity'::date)), id) where status = 'open'`
    )
    this.schema.raw(
      `create index tasks_role_index on tasks (role, (coalesce(due_on, 'infinity'::date)), id) where status = 'open'`
    )
    this.schema.raw(
      `create index tasks_due_on_index on tasks (status, (coalesce(due_on, 'infinity'::date)), id)`
    )
    this.schema.raw(`create index tasks_subject_index on tasks (subject_type, subject_id)`)
    this.schema.raw(`create index tasks_author_id_index on tasks (author_id)`)

    this.schema.raw(
      `alter table record_moves drop constraint record_moves_kind_known,
         add constraint record_moves_kind_known check (kind in ('timeline_entries','files','tasks'))`
    )
  }
}
