import { BaseSchema } from '@adonisjs/lucid/schema'

/** What stands in the columns of the board is summed from an index alone, rents apart from prices. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`drop index leads_board_index`)
    this.schema.raw(
      `create index leads_board_index on leads (stage_id, priority desc, id desc) include (currency, value_minor, intent, owner_id, team_id, city)
        where deleted_at is null and status <> 'lost'`
    )
  }
}
