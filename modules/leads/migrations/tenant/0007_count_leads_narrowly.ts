import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What every look at a list, at the board or at the day's work reads of a hundred thousand leads
 * stands in an index of its own, so that only the rows that are shown are fetched.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create index leads_city_index on leads (city) where deleted_at is null`)
    this.schema.raw(
      `alter table leads add column answer_seconds integer generated always as
        (case when first_responded_at is not null
         then least(greatest(extract(epoch from first_responded_at - created_at), 0), 2147483647)::integer end) stored`
    )
    this.schema.raw(`drop index leads_statistics_index`)
    this.schema.raw(
      `create index leads_statistics_index on leads (created_at) include (status, source, owner_id, team_id, answer_seconds)
        where deleted_at is null`
    )
    this.schema.raw(
      `create index leads_board_index on leads (stage_id, priority desc, id desc) include (currency, value_minor, owner_id, team_id, city)
        where deleted_at is null and status <> 'lost'`
    )
    this.schema.raw(`drop index leads_board_totals_index`)
    this.schema.raw(
      `create index leads_unanswered_index on leads (priority desc, created_at, id) include (owner_id, team_id)
        where deleted_at is null and status = 'new' and first_responded_at is null`
    )
    this.schema.raw(`drop index leads_waiting_index`)
  }
}
