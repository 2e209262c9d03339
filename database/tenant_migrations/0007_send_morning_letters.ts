import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whether a member wants the day's work as a letter in the morning, and the day of the last one. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `alter table members add column morning_letter boolean not null default true, add column letter_on date`
    )
  }
}
