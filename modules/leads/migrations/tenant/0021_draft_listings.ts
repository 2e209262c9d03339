import { BaseSchema } from '@adonisjs/lucid/schema'

/** The listing that was made of what a lead offers; after a merge it remembers by which it moved. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `alter table leads add column listing_moved_by uuid,
         add column listing_id uuid constraint leads_listing_id_foreign references listings (id) on delete set null`
    )
    this.schema.raw(
      `create index leads_listing_id_index on leads (listing_id) where listing_id is not null`
    )
  }
}
