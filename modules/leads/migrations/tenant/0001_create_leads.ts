import { BaseSchema } from '@adonisjs/lucid/schema'

/** Leads, the stages of the agency's pipeline, and what leads are interested in. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table pipeline_stages (
      id uuid primary key default uuidv7(),
      label text not null,
      position integer not null,
      maps_to text not null constraint pipeline_stages_maps_to_known check (maps_to in ('new','contacted','qualified','negotiation','converted','lost')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint pipeline_stages_position_key unique (position),
      constraint pipeline_stages_label_present check (length(btrim(label)) between 1 and 60))`)
    this.schema.raw(`insert into pipeline_stages (label, position, maps_to) values
      ('Lead', 1, 'new'), ('Qualified', 2, 'qualified'), ('Showing', 3, 'qualified'), ('Offer', 4, 'negotiation'), ('Closed', 5, 'converted')`)

    this.schema.raw(`create table leads (
      id uuid primary key default uuidv7(),
      contact_id uuid constraint leads_contact_id_foreign references contacts (id) on delete set null,
      name text not null,
      phone text,
      email text,
      source text not null default 'other',
      source_detail jsonb not null default '{}',
      intent text constraint leads_intent_known check (intent in ('buy','rent','sell','let')),
      message text,
      budget_min_minor bigint constraint leads_budget_min_positive check (budget_min_minor >= 0),
      budget_max_minor bigint constraint leads_budget_max_positive check (budget_max_minor >= 0),
      asking_price_minor bigint constraint leads_asking_price_positive check (asking_price_minor >= 0),
      currency char(3) not null,
      localities text[] not null default '{}',
      address jsonb not null default '{}',
      city text,
      motivation smallint constraint leads_motivation_in_range check (motivation between 1 and 5),
      status text not null default 'new' constraint leads_status_known check (status in ('new','contacted','qualified','negotiation','converted','lost')),
      stage_id uuid constraint leads_stage_id_foreign references pipeline_stages (id),
      owner_id uuid,
      keeper_id uuid,
      team_id uuid,
      assigned_at timestamptz,
      priority_score smallint not null default 50 constraint leads_priority_score_in_range check (priority_score between 1 and 99),
      priority_factors jsonb not null default '[]',
      priority_override smallint constraint leads_priority_override_in_range check (priority_override between 1 and 99),
      quality_stars smallint not null default 1 constraint leads_quality_stars_in_range check (quality_stars between 1 and 5),
      checklist jsonb not null default '{}',
      lost_reason text,
      first_responded_at timestamptz,
      last_touched_at timestamptz,
      next_action_on date,
      converted_at timestamptz,
      provenance jsonb not null default '{}',
      tag_names text[] not null default '{}',
      custom jsonb not null default '{}',
      version integer not null default 1,
      deleted_at timestamptz,
      deleted_by uuid,
      created_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      value_minor bigint generated always as (coalesce(asking_price_minor, budget_max_minor, budget_min_minor)) stored,
      priority smallint generated always as (coalesce(priority_override, priority_score)) stored,
      search_text text generated always as (lower(name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(city, ''))) stored,
      constraint leads_name_present check (length(btrim(name)) between 1 and 300),
      constraint leads_lost_with_reason check (status <> 'lost' or lost_reason is not null))`)
    for (const [name, columns] of Object.entries(listed)) {
      this.schema.raw(
        `create index leads_${name}_index on leads (${columns}) where deleted_at is null`
      )
    }
    this.schema.raw(`create index leads_tag_names_index on leads using gin (tag_names)`)
    this.schema.raw(`create index leads_custom_index on leads using gin (custom jsonb_path_ops)`)
    this.schema.raw(
      `create index leads_search_text_index on leads using gin (search_text ext.gin_trgm_ops)`
    )
    this.schema.raw(
      `create index leads_contact_id_index on leads (contact_id) where contact_id is not null`
    )
    this.schema.raw(
      `create index leads_deleted_at_index on leads (deleted_at) where deleted_at is not null`
    )
    this.schema.raw(
      `create index leads_waiting_index on leads (created_at, id) where status = 'new' and first_responded_at is null and deleted_at is null`
    )

    this.schema.raw(`create table lead_interests (
      id uuid primary key default uuidv7(),
      lead_id uuid not null constraint lead_interests_lead_id_foreign references leads (id),
      listing_id uuid,
      unit text,
      note text,
      created_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint lead_interests_says_something check (listing_id is not null or unit is not null or note is not null))`)
    this.schema.raw(`create index lead_interests_lead_id_index on lead_interests (lead_id, id)`)
    this.schema.raw(
      `create index lead_interests_listing_id_index on lead_interests (listing_id) where listing_id is not null`
    )
  }
}

/** What lists and boards are ordered and narrowed by. */
const listed = {
  created_at: 'created_at, id',
  name: 'lower(name), id',
  priority: 'priority, id',
  value: 'coalesce(value_minor, 0), id',
  last_touched_at: `coalesce(last_touched_at, '-infinity'::timestamptz), id`,
  next_action_on: `coalesce(next_action_on, 'infinity'::date), id`,
  status: 'status, created_at, id',
  stage_id: 'stage_id, priority desc, id desc',
  owner_id: 'owner_id, created_at, id',
  team_id: 'team_id, created_at, id',
  source: 'source, created_at, id',
  phone: 'phone',
  email: 'email',
}
