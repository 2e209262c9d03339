import { BaseSchema } from '@adonisjs/lucid/schema'

/** Feeds that bring listings, and what each of their records said when it was last heard. */
export default class extends BaseSchema {
  async up() {
    this.#feeds()
    this.#records()
  }

  #feeds() {
    this.schema.raw(`create table listing_feeds (
      id uuid primary key default uuidv7(),
      name text not null,
      service_url text not null,
      resource text not null default 'Property',
      filter text,
      auth text not null constraint listing_feeds_auth_known check (auth in ('bearer','oauth2')),
      token_url text,
      client_id text,
      secrets text,
      applies text not null default 'looked_at' constraint listing_feeds_applies_known check (applies in ('looked_at','itself')),
      is_on boolean not null default true,
      owner_id uuid,
      watermark text,
      keys_compared_at timestamptz,
      synced_at timestamptz,
      not_before timestamptz,
      created_by uuid,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint listing_feeds_token_url_given check (auth <> 'oauth2' or (token_url is not null and client_id is not null)))`)
    this.schema.raw(`create unique index listing_feeds_name_key on listing_feeds (lower(name))`)
  }

  #records() {
    this.schema.raw(`create table listing_feed_records (
      id uuid primary key default uuidv7(),
      feed_id uuid not null constraint listing_feed_records_feed_id_foreign references listing_feeds (id),
      listing_key text not null,
      modified_at text not null,
      digest text not null,
      record jsonb not null,
      gone boolean not null default false,
      state text not null constraint listing_feed_records_state_known check (state in ('waiting','chosen','applied','skipped','refused')),
      work_id uuid,
      seen_in uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint listing_feed_records_feed_key unique (feed_id, listing_key))`)
    this.schema.raw(
      `create index listing_feed_records_waiting_index on listing_feed_records (feed_id, id) where state = 'waiting'`
    )
    this.schema.raw(
      `create index listing_feed_records_chosen_index on listing_feed_records (work_id, id) where state = 'chosen'`
    )
  }
}
