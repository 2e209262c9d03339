import { BaseSchema } from '@adonisjs/lucid/schema'

/** An interest that moved with a merged listing remembers by which merge, to go back with it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`alter table lead_interests add column moved_by uuid`)
    this.schema.raw(
      `create index lead_interests_moved_by_index on lead_interests (moved_by) where moved_by is not null`
    )
  }
}
