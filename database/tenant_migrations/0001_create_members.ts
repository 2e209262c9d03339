import { BaseSchema } from '@adonisjs/lucid/schema'

/** Staff of the agency, their teams and what their roles may do. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table teams (
      id uuid primary key default uuidv7(),
      name text not null,
      city text,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create unique index teams_name_key on teams (lower(name))`)

    this.schema.raw(`create table members (
      id uuid primary key default uuidv7(),
      identity_id uuid not null constraint members_identity_id_key unique,
      name text not null,
      email text not null,
      phone text,
      role text not null constraint members_role_known check (role in ('principal','sales_director','senior_agent','junior_agent','collections_manager','marketing','relationship_manager','property_manager')),
      team_id uuid constraint members_team_id_foreign references teams (id),
      team_role text constraint members_team_role_known check (team_role in ('owner','admin','member')),
      city text,
      state text not null default 'active' constraint members_state_known check (state in ('invited','active','removed')),
      hidden_modules text[] not null default '{}',
      theme text not null default 'system' constraint members_theme_known check (theme in ('system','light','dark')),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create index members_team_id_index on members (team_id)`)

    this.schema.raw(`create table role_grants (
      id uuid primary key default uuidv7(),
      role text not null,
      permission text not null,
      reach text not null constraint role_grants_reach_known check (reach in ('none','own','team','all')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint role_grants_role_permission_key unique (role, permission))`)

    this.schema.raw(`create table audit_entries (
      id uuid primary key default uuidv7(),
      actor_id uuid,
      actor_kind text,
      on_behalf_of uuid,
      action text not null,
      subject_type text not null,
      subject_id uuid,
      facts jsonb not null default '{}',
      created_at timestamptz not null default now())`)
    this.schema.raw(
      `create index audit_entries_created_at_index on audit_entries (created_at desc)`
    )

    this.schema.raw(`create table heard_events (
      event_id uuid not null,
      listener text not null,
      created_at timestamptz not null default now(),
      constraint heard_events_pkey primary key (event_id, listener))`)
    this.schema.raw(`create index heard_events_created_at_index on heard_events (created_at)`)

    this.schema.raw(`create table counters (
      name text primary key,
      value bigint not null default 0,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
  }
}
