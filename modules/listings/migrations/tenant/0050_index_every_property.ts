import { BaseSchema } from '@adonisjs/lucid/schema'

/** What is offered of a home is found by its property alone, whatever else the planner takes for certain. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`drop index listings_property_id_index`)
    this.schema.raw(`create index listings_property_id_index on listings (property_id)`)
  }
}
