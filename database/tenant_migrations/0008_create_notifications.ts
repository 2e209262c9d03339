import { BaseSchema } from '@adonisjs/lucid/schema'

/** What one member should hear of, where it leads, and when they read it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table notifications (
      id uuid primary key default uuidv7(),
      member_id uuid not null,
      kind text not null,
      facts jsonb not null default '{}',
      path text not null constraint notifications_path_in_workspace check (path ~ '^/app([/?][A-Za-z0-9_~%?=&/-]*)?$'),
      module text,
      subject_type text,
      subject_id uuid,
      read_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint notifications_subject_whole check ((subject_type is null) = (subject_id is null)))`)
    this.schema.raw(
      `create index notifications_member_id_index on notifications (member_id, (read_at is null), id)`
    )
    this.schema.raw(
      `create index notifications_unread_index on notifications (member_id) include (module) where read_at is null`
    )
    this.schema.raw(
      `create index notifications_subject_index on notifications (subject_type, subject_id)`
    )
  }
}
