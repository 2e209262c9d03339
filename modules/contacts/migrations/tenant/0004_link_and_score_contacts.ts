import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who belongs together, and how glad people are of the agency. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table contact_links (
      id uuid primary key default uuidv7(),
      from_id uuid not null constraint contact_links_from_id_foreign references contacts (id),
      to_id uuid not null constraint contact_links_to_id_foreign references contacts (id),
      kind text not null constraint contact_links_kind_known check (kind in ('spouse','parent','sibling','relative','employer','colleague','adviser','referrer','friend')),
      created_by uuid,
      deleted_at timestamptz,
      deleted_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint contact_links_of_two check (from_id <> to_id))`)
    this.schema.raw(
      `create index contact_links_from_id_index on contact_links (from_id) where deleted_at is null`
    )
    this.schema.raw(
      `create index contact_links_to_id_index on contact_links (to_id) where deleted_at is null`
    )

    this.schema.raw(`create table contact_scores (
      id uuid primary key default uuidv7(),
      contact_id uuid not null constraint contact_scores_contact_id_foreign references contacts (id),
      score integer not null constraint contact_scores_score_known check (score between 0 and 10),
      comment text,
      author_id uuid,
      author_name text,
      deleted_at timestamptz,
      deleted_by uuid,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index contact_scores_contact_id_index on contact_scores (contact_id, id) where deleted_at is null`
    )
    this.schema.raw(`alter table contacts add column score_average numeric(4,2)`)
    this.schema.raw(
      `create index contacts_score_average_index on contacts (score_average) where score_average is not null and deleted_at is null`
    )
  }
}
