import { BaseSchema } from '@adonisjs/lucid/schema'

/** People and companies, how to reach them, and where imported ones came from. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table contacts (
      id uuid primary key default uuidv7(),
      type text not null default 'person' constraint contacts_type_known check (type in ('person','company')),
      name text not null,
      first_name text,
      last_name text,
      company_name text,
      job_title text,
      kinds text[] not null default '{}' constraint contacts_kinds_known check (kinds <@ array['buyer','seller','landlord','tenant','investor','vendor','other']),
      status text not null default 'active' constraint contacts_status_known check (status in ('active','archived')),
      tag_names text[] not null default '{}',
      source text,
      address jsonb not null default '{}',
      city text,
      birthday date,
      consent jsonb not null default '{}',
      owner_id uuid,
      team_id uuid,
      primary_phone text,
      primary_email text,
      external_id text,
      import_id uuid,
      fingerprint text,
      last_touched_at timestamptz,
      next_action_on date,
      custom jsonb not null default '{}',
      version integer not null default 1,
      deleted_at timestamptz,
      deleted_by uuid,
      created_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      search_text text generated always as (lower(name || ' ' || coalesce(company_name, '') || ' ' || coalesce(job_title, '') || ' ' || coalesce(city, ''))) stored,
      constraint contacts_name_present check (length(btrim(name)) between 1 and 300))`)
    this.schema.raw(
      `create index contacts_name_index on contacts (lower(name), id) where deleted_at is null`
    )
    // Narrow, so that a list can be counted from the index alone.
    this.schema.raw(
      `create index contacts_status_index on contacts (status) where deleted_at is null`
    )
    this.schema.raw(
      `create index contacts_created_at_index on contacts (created_at, id) where deleted_at is null`
    )
    this.schema.raw(
      `create index contacts_last_touched_at_index on contacts (coalesce(last_touched_at, '-infinity'::timestamptz), id) where deleted_at is null`
    )
    this.schema.raw(
      `create index contacts_next_action_on_index on contacts (coalesce(next_action_on, 'infinity'::date), id) where deleted_at is null`
    )
    this.schema.raw(
      `create index contacts_owner_id_index on contacts (owner_id, lower(name), id) where deleted_at is null`
    )
    this.schema.raw(
      `create index contacts_team_id_index on contacts (team_id) where deleted_at is null`
    )
    this.schema.raw(`create index contacts_kinds_index on contacts using gin (kinds)`)
    this.schema.raw(`create index contacts_tag_names_index on contacts using gin (tag_names)`)
    this.schema.raw(
      `create index contacts_custom_index on contacts using gin (custom jsonb_path_ops)`
    )
    this.schema.raw(
      `create index contacts_import_id_index on contacts (import_id) where import_id is not null`
    )
    this.schema.raw(
      `create index contacts_deleted_at_index on contacts (deleted_at) where deleted_at is not null`
    )
    this.schema.raw(
      `create unique index contacts_fingerprint_key on contacts (fingerprint) where fingerprint is not null and deleted_at is null`
    )
    this.schema.raw(
      `create index contacts_search_text_index on contacts using gin (search_text ext.gin_trgm_ops)`
    )

    this.schema.raw(`create table contact_points (
      id uuid primary key default uuidv7(),
      contact_id uuid not null constraint contact_points_contact_id_foreign references contacts (id),
      kind text not null constraint contact_points_kind_known check (kind in ('phone','email')),
      value text not null,
      label text,
      position integer not null default 0,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint contact_points_contact_kind_value_key unique (contact_id, kind, value))`)
    this.schema.raw(`create index contact_points_value_index on contact_points (kind, value)`)
    this.schema.raw(
      `create index contact_points_trigrams_index on contact_points using gin (value ext.gin_trgm_ops)`
    )

    this.schema.raw(`create table contact_identities (
      fingerprint text primary key,
      contact_id uuid not null constraint contact_identities_contact_id_foreign references contacts (id) on delete cascade,
      created_at timestamptz not null default now())`)
    this.schema.raw(
      `create index contact_identities_contact_id_index on contact_identities (contact_id)`
    )

    this.schema.raw(`create table contact_import_rows (
      id uuid primary key default uuidv7(),
      import_id uuid not null,
      line integer not null,
      deed text not null constraint contact_import_rows_deed_known check (deed in ('created','updated','unchanged','skipped','refused')),
      contact_id uuid constraint contact_import_rows_contact_id_foreign references contacts (id) on delete set null,
      name text,
      changes jsonb,
      version_after integer,
      cells jsonb,
      problems jsonb,
      undone text constraint contact_import_rows_undone_known check (undone in ('removed','restored','kept')),
      created_at timestamptz not null default now(),
      constraint contact_import_rows_import_line_key unique (import_id, line))`)
    this.schema.raw(
      `create index contact_import_rows_import_deed_index on contact_import_rows (import_id, deed, line)`
    )
    this.schema.raw(
      `create index contact_import_rows_contact_id_index on contact_import_rows (contact_id) where contact_id is not null`
    )
  }
}
