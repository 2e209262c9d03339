import { BaseSchema } from '@adonisjs/lucid/schema'

/** Which towns and sources there are, and who is of one, without a look at all contacts. */
export default class extends BaseSchema {
  async up() {
    for (const column of ['city', 'source'])
      this.schema.raw(
        `create index contacts_${column}_index on contacts (${column}) where deleted_at is null`
      )
  }
}
