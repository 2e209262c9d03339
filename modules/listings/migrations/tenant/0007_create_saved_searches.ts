import { BaseSchema } from '@adonisjs/lucid/schema'

/** Searches that somebody keeps, and what was found for them. */
export default class extends BaseSchema {
  async up() {
    this.#searches()
    this.#alerts()
  }

  /** What is asked stands in columns, so that one statement holds a listing against all searches. */
  #searches() {
    this.schema.raw(`create table saved_searches (
      id uuid primary key default uuidv7(),
      name text not null constraint saved_searches_name_present check (length(btrim(name)) between 1 and 120),
      owner_id uuid not null,
      contact_id uuid constraint saved_searches_contact_id_foreign references contacts (id) on delete set null,
      for_contact boolean not null default false,
      frequency text not null default 'daily' constraint saved_searches_frequency_known check (frequency in ('instant','daily','off')),
      query text not null default '',
      deal_type text,
      types text[],
      localities text[],
      city text,
      beds_min double precision,
      beds_max double precision,
      baths_min double precision,
      price_min_minor bigint,
      price_max_minor bigint,
      currency char(3),
      size_min_sqm double precision,
      size_max_sqm double precision,
      features text[],
      words text[],
      latitude double precision,
      longitude double precision,
      kilometres double precision,
      area polygon,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create index saved_searches_owner_id_index on saved_searches (owner_id, id)`)
    this.schema.raw(
      `create index saved_searches_contact_id_index on saved_searches (contact_id) where contact_id is not null`
    )
  }

  #alerts() {
    this.schema.raw(`create table search_alerts (
      id uuid primary key default uuidv7(),
      search_id uuid not null constraint search_alerts_search_id_foreign references saved_searches (id),
      listing_id uuid not null constraint search_alerts_listing_id_foreign references listings (id),
      reason text not null constraint search_alerts_reason_known check (reason in ('new','price_drop','back')),
      price_minor bigint,
      state text not null default 'waiting' constraint search_alerts_state_known check (state in ('waiting','sending','sent','suppressed')),
      suppressed_because text constraint search_alerts_suppressed_because_known check (suppressed_because in ('refused','no_email','gone','over','out_of_reach')),
      found_at timestamptz not null default now(),
      settled_at timestamptz,
      constraint search_alerts_once unique (search_id, listing_id, reason),
      constraint search_alerts_suppressed_whole check ((state = 'suppressed') = (suppressed_because is not null)))`)
    this.schema.raw(
      `create index search_alerts_waiting_index on search_alerts (search_id) where state = 'waiting'`
    )
    this.schema.raw(`create index search_alerts_listing_id_index on search_alerts (listing_id)`)
  }
}
