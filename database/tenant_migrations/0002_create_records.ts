import { BaseSchema } from '@adonisjs/lucid/schema'

/** What every record can have, told apart by (subject_type, subject_id). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table files (
      id uuid primary key default uuidv7(),
      storage_key text not null constraint files_storage_key_key unique,
      name text not null,
      media_type text not null,
      bytes bigint not null,
      sha256 text not null,
      owner_id uuid,
      subject_type text,
      subject_id uuid,
      deleted_at timestamptz,
      deleted_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create index files_subject_index on files (subject_type, subject_id)`)

    this.schema.raw(`create table timeline_entries (
      id uuid primary key default uuidv7(),
      subject_type text not null,
      subject_id uuid not null,
      kind text not null constraint timeline_entries_kind_known check (kind in ('call','email','meeting','site-visit','whatsapp','other','note','change')),
      happened_at timestamptz not null,
      details text not null default '',
      outcome text constraint timeline_entries_outcome_known check (outcome in ('positive','neutral','negative','follow-up')),
      next_action text,
      next_action_on date,
      next_action_done_at timestamptz,
      facts jsonb not null default '{}',
      author_id uuid,
      author_name text,
      corrects_id uuid constraint timeline_entries_corrects_id_foreign references timeline_entries (id),
      version integer not null default 1,
      deleted_at timestamptz,
      deleted_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index timeline_entries_subject_index on timeline_entries (subject_type, subject_id, happened_at desc, id desc) where deleted_at is null`
    )
    this.schema.raw(
      `create index timeline_entries_next_action_index on timeline_entries (next_action_on) where next_action_on is not null and next_action_done_at is null and deleted_at is null`
    )

    this.schema.raw(`create table status_steps (
      id uuid primary key default uuidv7(),
      subject_type text not null,
      subject_id uuid not null,
      from_status text not null,
      to_status text not null,
      reason text,
      actor_id uuid,
      actor_name text,
      created_at timestamptz not null default now())`)
    this.schema.raw(
      `create index status_steps_subject_index on status_steps (subject_type, subject_id, id)`
    )

    this.schema.raw(`create table tags (
      id uuid primary key default uuidv7(),
      name text not null,
      colour text not null default 'slate',
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create unique index tags_name_key on tags (lower(name))`)
    this.schema.raw(`create table taggings (
      tag_id uuid not null constraint taggings_tag_id_foreign references tags (id) on delete cascade,
      subject_type text not null,
      subject_id uuid not null,
      created_at timestamptz not null default now(),
      constraint taggings_pkey primary key (subject_type, subject_id, tag_id))`)
    this.schema.raw(
      `create index taggings_tag_id_index on taggings (tag_id, subject_type, subject_id)`
    )

    this.schema.raw(`create table custom_fields (
      id uuid primary key default uuidv7(),
      subject_type text not null,
      key text not null constraint custom_fields_key_shape check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
      label text not null,
      kind text not null constraint custom_fields_kind_known check (kind in ('text','number','date','yes_no','choice')),
      choices text[] not null default '{}',
      required boolean not null default false,
      position integer not null default 0,
      retired_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint custom_fields_subject_key_key unique (subject_type, key))`)

    this.schema.raw(`create table search_documents (
      id uuid primary key default uuidv7(),
      subject_type text not null,
      subject_id uuid not null,
      title text not null,
      detail text not null default '',
      body tsvector not null,
      trigrams text not null,
      permission text not null,
      owner_id uuid,
      team_id uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint search_documents_subject_key unique (subject_type, subject_id))`)
    this.schema.raw(`create index search_documents_body_index on search_documents using gin (body)`)
    this.schema.raw(
      `create index search_documents_trigrams_index on search_documents using gin (trigrams ext.gin_trgm_ops)`
    )

    this.schema.raw(`create table bulk_works (
      id uuid primary key default uuidv7(),
      kind text not null,
      state text not null default 'draft' constraint bulk_works_state_known check (state in ('draft','waiting','running','done','failed','cancelled','undone')),
      parent_id uuid constraint bulk_works_parent_id_foreign references bulk_works (id),
      file_id uuid constraint bulk_works_file_id_foreign references files (id),
      answer_file_id uuid constraint bulk_works_answer_file_id_foreign references files (id),
      facts jsonb not null default '{}',
      rows_total integer,
      rows_done integer not null default 0,
      counts jsonb not null default '{}',
      error jsonb,
      owner_id uuid,
      started_at timestamptz,
      ended_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index bulk_works_parent_id_index on bulk_works (parent_id, kind, id) where parent_id is not null`
    )
    this.schema.raw(`create index bulk_works_kind_index on bulk_works (kind, created_at desc)`)
  }
}
