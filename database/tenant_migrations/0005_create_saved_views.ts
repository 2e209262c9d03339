import { BaseSchema } from '@adonisjs/lucid/schema'

/** Addresses of lists under names, and with which of them a person's list begins. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table saved_views (
      id uuid primary key default uuidv7(),
      list text not null,
      name text not null constraint saved_views_name_present check (length(btrim(name)) between 1 and 60),
      query text not null,
      owner_id uuid not null,
      is_shared boolean not null default false,
      position integer not null default 0,
      version integer not null default 1,
      deleted_at timestamptz,
      deleted_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index saved_views_list_index on saved_views (list, owner_id) where deleted_at is null`
    )

    this.schema.raw(`create table list_starts (
      member_id uuid not null,
      list text not null,
      view_id uuid not null constraint list_starts_view_id_foreign references saved_views (id),
      created_at timestamptz not null default now(),
      constraint list_starts_pkey primary key (member_id, list))`)
    this.schema.raw(`create index list_starts_view_id_index on list_starts (view_id)`)
  }
}
