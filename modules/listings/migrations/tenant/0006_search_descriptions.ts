import { BaseSchema } from '@adonisjs/lucid/schema'

/** Descriptions are searched too, with slips of the finger. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `create index listings_description_index on listings using gin (lower(description) ext.gin_trgm_ops) where description is not null`
    )
  }
}
