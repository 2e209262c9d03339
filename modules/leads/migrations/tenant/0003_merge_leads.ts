import { BaseSchema } from '@adonisjs/lucid/schema'

/** Leads that may be the same, those that were merged, and what it takes to part them again. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `alter table leads add column merged_into uuid constraint leads_merged_into_foreign references leads (id)`
    )
    this.schema.raw(
      `create index leads_merged_into_index on leads (merged_into) where merged_into is not null`
    )
    this.schema.raw(
      `create index leads_address_line_index on leads (lower(address ->> 'line')) where deleted_at is null and address ->> 'line' is not null`
    )
    this.schema.raw(`create table lead_pairs (
      id uuid primary key default uuidv7(),
      first_id uuid not null constraint lead_pairs_first_id_foreign references leads (id),
      second_id uuid not null constraint lead_pairs_second_id_foreign references leads (id),
      reasons text[] not null constraint lead_pairs_reasons_known check (reasons <@ array['phone','email','address','name']),
      state text not null default 'open' constraint lead_pairs_state_known check (state in ('open','dismissed')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint lead_pairs_in_order check (first_id < second_id),
      constraint lead_pairs_both_key unique (first_id, second_id))`)
    this.schema.raw(`create index lead_pairs_open_index on lead_pairs (id) where state = 'open'`)
    this.schema.raw(`create index lead_pairs_second_id_index on lead_pairs (second_id)`)
    this.schema.raw(`create table lead_merges (
      id uuid primary key default uuidv7(),
      survivor_id uuid not null constraint lead_merges_survivor_id_foreign references leads (id),
      merged_id uuid not null constraint lead_merges_merged_id_foreign references leads (id),
      merged_name text not null,
      before jsonb not null,
      after jsonb not null,
      added jsonb not null,
      author_id uuid,
      author_name text,
      undone_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create index lead_merges_survivor_id_index on lead_merges (survivor_id, id)`)
    this.schema.raw(`create index lead_merges_merged_id_index on lead_merges (merged_id)`)
  }
}
