import { BaseSchema } from '@adonisjs/lucid/schema'

/** What became of a listing that was recommended for something that a contact looks for. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table listing_recommendations (
      id uuid primary key default uuidv7(),
      requirement_id uuid constraint listing_recommendations_requirement_id_foreign references contact_requirements (id) on delete set null,
      listing_id uuid not null constraint listing_recommendations_listing_id_foreign references listings (id),
      dismissed_at timestamptz,
      sent_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint listing_recommendations_once unique (requirement_id, listing_id))`)
    this.schema.raw(
      `create index listing_recommendations_listing_id_index on listing_recommendations (listing_id)`
    )
  }
}
