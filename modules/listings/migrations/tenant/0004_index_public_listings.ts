import { BaseSchema } from '@adonisjs/lucid/schema'

/** What the public site shows, newest first and counted, is a range of one index. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `create index listings_public_index on listings (created_at, id)
        where deleted_at is null and visibility = 'public' and status in ('active', 'under_offer')`
    )
  }
}
