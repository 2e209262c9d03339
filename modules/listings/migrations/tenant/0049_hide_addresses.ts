import { BaseSchema } from '@adonisjs/lucid/schema'

/** A seller may have a home on the internet, and not its address. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`alter table listings add column hides_address boolean not null default false`)
  }
}
