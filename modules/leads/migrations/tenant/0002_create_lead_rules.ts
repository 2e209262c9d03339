import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who gets a new lead: the agency's rules, what is offered to groups, and what was decided. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`alter table leads add column routing jsonb not null default '[]'`)
    this.schema.raw(
      `create index leads_open_owner_index on leads (owner_id) where deleted_at is null and status in ('new','contacted','qualified','negotiation')`
    )
    this.schema.raw(`alter table pipeline_stages add column version integer not null default 1`)
    this.schema.raw(`create table lead_settings (
      id integer primary key default 1 constraint lead_settings_only_one check (id = 1),
      last_rule text not null default 'agents' constraint lead_settings_last_rule_known check (last_rule in ('agents','principal')),
      last_turns integer not null default 0,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create table lead_rules (
      id uuid primary key default uuidv7(),
      name text not null,
      position integer not null,
      conditions jsonb not null default '{}',
      target jsonb not null,
      turns integer not null default 0,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint lead_rules_name_present check (length(btrim(name)) between 1 and 80),
      constraint lead_rules_position_key unique (position) deferrable initially deferred)`)
    this.schema.raw(`create table lead_claims (
      id uuid primary key default uuidv7(),
      lead_id uuid not null constraint lead_claims_lead_id_foreign references leads (id),
      rule_name text not null,
      rule_position integer not null,
      member_ids uuid[] not null,
      hidden boolean not null default false,
      fallback jsonb not null default '[]',
      expires_at timestamptz not null,
      closed_at timestamptz,
      claimed_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint lead_claims_claimed_is_closed check (claimed_by is null or closed_at is not null))`)
    this.schema.raw(
      `create unique index lead_claims_open_key on lead_claims (lead_id) where closed_at is null`
    )
    this.schema.raw(`create index lead_claims_lead_id_index on lead_claims (lead_id)`)
    this.schema.raw(
      `create index lead_claims_expires_at_index on lead_claims (expires_at) where closed_at is null`
    )
  }
}
