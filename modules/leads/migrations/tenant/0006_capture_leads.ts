import { BaseSchema } from '@adonisjs/lucid/schema'

/** Doors through which advertisements and portals bring leads, and what came in through them. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table lead_connections (
      id uuid primary key default uuidv7(),
      kind text not null constraint lead_connections_kind_known check (kind in ('facebook','google','email')),
      name text not null constraint lead_connections_name_present check (length(btrim(name)) between 1 and 100),
      token text not null constraint lead_connections_token_key unique,
      secrets text,
      created_by uuid,
      revoked_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)

    this.schema.raw(`create table lead_intakes (
      id uuid primary key default uuidv7(),
      connection_id uuid not null constraint lead_intakes_connection_id_foreign references lead_connections (id),
      external_id text not null,
      state text not null constraint lead_intakes_state_known check (state in ('waiting','taken','test','ignored','failed')),
      lead_id uuid constraint lead_intakes_lead_id_foreign references leads (id) on delete set null,
      problem text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint lead_intakes_once_key unique (connection_id, external_id))`)
    this.schema.raw(
      `create index lead_intakes_recent_index on lead_intakes (connection_id, created_at desc)`
    )
    this.schema.raw(
      `create index lead_intakes_problems_index on lead_intakes (connection_id, updated_at desc) where state = 'failed'`
    )
    this.schema.raw(
      `create index lead_intakes_lead_id_index on lead_intakes (lead_id) where lead_id is not null`
    )
    this.schema.raw(
      `create index leads_updated_at_index on leads (updated_at, id) where deleted_at is null`
    )
  }
}
