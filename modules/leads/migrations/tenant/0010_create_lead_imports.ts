import { BaseSchema } from '@adonisjs/lucid/schema'

/** What became of the rows of lists, and by what a row is known when its list comes again. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table lead_import_rows (
      id uuid primary key default uuidv7(),
      import_id uuid not null,
      line integer not null,
      deed text not null constraint lead_import_rows_deed_known check (deed in ('created','updated','unchanged','skipped','refused')),
      lead_id uuid constraint lead_import_rows_lead_id_foreign references leads (id) on delete set null,
      changes jsonb,
      version_after integer,
      cells jsonb,
      problems jsonb,
      undone text constraint lead_import_rows_undone_known check (undone in ('removed','restored','kept')),
      created_at timestamptz not null default now(),
      constraint lead_import_rows_import_line_key unique (import_id, line))`)
    this.schema.raw(
      `create index lead_import_rows_import_deed_index on lead_import_rows (import_id, deed, line)`
    )
    this.schema.raw(
      `create index lead_import_rows_lead_id_index on lead_import_rows (lead_id) where lead_id is not null`
    )

    // Kept longer than the rows: the same list is known however late it comes again.
    this.schema.raw(`create table lead_fingerprints (
      fingerprint text not null constraint lead_fingerprints_pkey primary key,
      lead_id uuid not null constraint lead_fingerprints_lead_id_foreign references leads (id),
      import_id uuid not null,
      created_at timestamptz not null default now())`)
    this.schema.raw(`create index lead_fingerprints_lead_id_index on lead_fingerprints (lead_id)`)
  }
}
