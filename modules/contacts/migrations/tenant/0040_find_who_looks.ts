import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who looks for something at this price is found from an index; no budget is the highest. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `create index contact_requirements_budget_index on contact_requirements
         (deal_type, currency, coalesce(budget_to_minor, 9223372036854775807)) where deleted_at is null`
    )
  }
}
