import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which towns and sources there are is read from an index alone, without the contacts. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `create index contacts_city_source_index on contacts (city, source) where deleted_at is null`
    )
  }
}
