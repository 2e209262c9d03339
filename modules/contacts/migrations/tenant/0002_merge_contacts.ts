import { BaseSchema } from '@adonisjs/lucid/schema'

/** Contacts that may be the same, those that were merged, and what it takes to part them again. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `alter table contacts add column merged_into uuid constraint contacts_merged_into_foreign references contacts (id)`
    )
    this.schema.raw(
      `create index contacts_merged_into_index on contacts (merged_into) where merged_into is not null`
    )
    this.schema.raw(
      `create index contacts_name_trigrams_index on contacts using gin (lower(name) ext.gin_trgm_ops) where deleted_at is null`
    )

    this.schema.raw(`create table contact_pairs (
      id uuid primary key default uuidv7(),
      first_id uuid not null constraint contact_pairs_first_id_foreign references contacts (id),
      second_id uuid not null constraint contact_pairs_second_id_foreign references contacts (id),
      score integer not null constraint contact_pairs_score_known check (score between 0 and 100),
      reasons text[] not null constraint contact_pairs_reasons_known check (reasons <@ array['phone','email','name','city']),
      state text not null default 'open' constraint contact_pairs_state_known check (state in ('open','dismissed')),
      dismissed_by uuid,
      dismissed_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint contact_pairs_in_order check (first_id < second_id),
      constraint contact_pairs_both_key unique (first_id, second_id))`)
    this.schema.raw(
      `create index contact_pairs_score_index on contact_pairs (score desc, id desc) where state = 'open'`
    )
    this.schema.raw(`create index contact_pairs_second_id_index on contact_pairs (second_id)`)

    this.schema.raw(`create table contact_merges (
      id uuid primary key default uuidv7(),
      survivor_id uuid not null constraint contact_merges_survivor_id_foreign references contacts (id),
      merged_id uuid not null constraint contact_merges_merged_id_foreign references contacts (id),
      merged_name text not null,
      before jsonb not null,
      after jsonb not null,
      added jsonb not null,
      author_id uuid,
      author_name text,
      undone_at timestamptz,
      undone_by uuid,
      kept text[] not null default '{}',
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index contact_merges_survivor_id_index on contact_merges (survivor_id, id)`
    )
    this.schema.raw(`create index contact_merges_merged_id_index on contact_merges (merged_id)`)
  }
}
