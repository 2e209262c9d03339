import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who finds only their own records need not have everybody's looked through. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `create index search_documents_reach_index on search_documents (permission, owner_id)`
    )
  }
}
