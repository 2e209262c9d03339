import { BaseSchema } from '@adonisjs/lucid/schema'

/** What contacts look for, and what went along when they were merged. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table contact_requirements (
      id uuid primary key default uuidv7(),
      contact_id uuid not null constraint contact_requirements_contact_id_foreign references contacts (id),
      deal_type text not null constraint contact_requirements_deal_type_known check (deal_type in ('sale','rent')),
      budget_from_minor bigint constraint contact_requirements_budget_from_sound check (budget_from_minor >= 0),
      budget_to_minor bigint constraint contact_requirements_budget_to_sound check (budget_to_minor >= 0),
      currency char(3) not null,
      localities text[] not null default '{}',
      types text[] not null default '{}',
      beds_min integer constraint contact_requirements_beds_min_sound check (beds_min between 0 and 999),
      baths_min integer constraint contact_requirements_baths_min_sound check (baths_min between 0 and 999),
      size_min integer constraint contact_requirements_size_min_sound check (size_min between 1 and 1000000000),
      size_unit text not null constraint contact_requirements_size_unit_known check (size_unit in ('sqm','sqft')),
      features text[] not null default '{}',
      timing text constraint contact_requirements_timing_known check (timing in ('now','three_months','half_year','year','later')),
      move_in_on date,
      household text,
      deal_breakers text,
      version integer not null default 1,
      deleted_at timestamptz,
      deleted_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint contact_requirements_budget_in_order check (budget_from_minor <= budget_to_minor))`)
    this.schema.raw(
      `create index contact_requirements_contact_id_index on contact_requirements (contact_id, id) where deleted_at is null`
    )

    this.schema.raw(`create table contact_moves (
      id uuid primary key default uuidv7(),
      merge_id uuid not null,
      kind text not null,
      row_id uuid not null,
      created_at timestamptz not null default now())`)
    this.schema.raw(`create index contact_moves_merge_id_index on contact_moves (merge_id, kind)`)
  }
}
