import { BaseSchema } from '@adonisjs/lucid/schema'

/** Board and statistics count many leads: from an index alone, without their rows. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `create index leads_board_totals_index on leads (stage_id, currency) include (value_minor, owner_id, team_id, city)
        where deleted_at is null and status <> 'lost'`
    )
    this.schema.raw(
      `create index leads_statistics_index on leads (created_at) include (status, source, owner_id, team_id, first_responded_at)
        where deleted_at is null`
    )
  }
}
