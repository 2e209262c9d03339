import { BaseSchema } from '@adonisjs/lucid/schema'

/** What is made of an upload, who looked at it, and its deletion, which can be undone. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`alter table listing_media
      add column name text,
      add column pictures jsonb not null default '[]',
      add column placeholder text,
      add column processed_at timestamptz,
      add column moderated_by uuid,
      add column deleted_at timestamptz,
      add column deleted_by uuid`)
    this.schema.raw(`drop index listing_media_cover_key`)
    this.schema.raw(
      `create unique index listing_media_cover_key on listing_media (listing_id) where is_cover and deleted_at is null`
    )
    this.schema.raw(
      `create index listing_media_deleted_at_index on listing_media (deleted_at) where deleted_at is not null`
    )
  }
}
