import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What the public site counts and searches, and where listings are, is read from indexes alone:
 * the rows themselves are wide, with their descriptions.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`drop index listings_public_index`)
    this.schema.raw(
      `create index listings_public_index on listings (created_at, id) include (property_id, deal_type, owner_id, search_text)
        where deleted_at is null and visibility = 'public' and status in ('active', 'under_offer')`
    )
    this.schema.raw(
      `create index properties_places_index on properties (id) include (locality, city)`
    )
  }
}
