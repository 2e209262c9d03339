import { BaseSchema } from '@adonisjs/lucid/schema'

/** Where listings came from, which of their fields an agent keeps, and what became of the rows of lists. */
export default class extends BaseSchema {
  async up() {
    this.#origins()
    this.#rows()
    this.#photoSources()
  }

  #origins() {
    this.schema.raw(
      `alter table listings add column external_id text, add column fingerprint text, add column import_id uuid,
         add column feed_id uuid, add column locked_fields text[] not null default '{}'`
    )
    this.schema.raw(
      `create unique index listings_fingerprint_key on listings (fingerprint) where fingerprint is not null and deleted_at is null`
    )
    this.schema.raw(
      `create index listings_import_id_index on listings (import_id) where import_id is not null`
    )
    this.schema.raw(
      `create index listings_feed_id_index on listings (feed_id) where feed_id is not null`
    )
  }

  #rows() {
    this.schema.raw(`create table listing_import_rows (
      id uuid primary key default uuidv7(),
      import_id uuid not null,
      line integer not null,
      deed text not null constraint listing_import_rows_deed_known check (deed in ('created','updated','unchanged','skipped','refused')),
      listing_id uuid constraint listing_import_rows_listing_id_foreign references listings (id) on delete set null,
      name text,
      changes jsonb,
      version_after integer,
      cells jsonb,
      problems jsonb,
      undone text constraint listing_import_rows_undone_known check (undone in ('removed','restored','kept')),
      created_at timestamptz not null default now(),
      constraint listing_import_rows_import_line_key unique (import_id, line))`)
    this.schema.raw(
      `create index listing_import_rows_import_deed_index on listing_import_rows (import_id, deed, line)`
    )
    this.schema.raw(
      `create index listing_import_rows_listing_id_index on listing_import_rows (listing_id) where listing_id is not null`
    )
  }

  #photoSources() {
    this.schema.raw(`create table listing_photo_sources (
      id uuid primary key default uuidv7(),
      listing_id uuid not null constraint listing_photo_sources_listing_id_foreign references listings (id),
      url text not null,
      position integer not null default 0,
      state text not null default 'waiting' constraint listing_photo_sources_state_known check (state in ('waiting','fetched','refused')),
      reason text,
      attempts integer not null default 0,
      due_at timestamptz not null default now(),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint listing_photo_sources_listing_url_key unique (listing_id, url))`)
    this.schema.raw(
      `create index listing_photo_sources_due_at_index on listing_photo_sources (due_at, id) where state = 'waiting'`
    )
  }
}
