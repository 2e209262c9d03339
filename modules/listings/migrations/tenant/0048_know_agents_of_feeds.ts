import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who the agents are that feeds name, and what one run of a feed applied. */
export default class extends BaseSchema {
  async up() {
    this.#names()
    this.#members()
  }

  /** A server may know its agents by a key, by their number at the MLS, or by e-mail alone. */
  #names() {
    this.schema.raw(
      `alter table listing_feed_records add column agent_key text generated always as
         (left(coalesce(nullif(record->>'ListAgentKey', ''), nullif(record->>'ListAgentMlsId', ''),
                        nullif(lower(record->>'ListAgentEmail'), '')), 200)) stored`
    )
    this.schema.raw(
      `create index listing_feed_records_agent_index on listing_feed_records (feed_id, agent_key, id) where agent_key is not null`
    )
    this.schema.raw(
      `create index listing_feed_records_applied_index on listing_feed_records (work_id) where state = 'applied'`
    )
  }

  #members() {
    this.schema.raw(`create table listing_feed_agents (
      feed_id uuid not null constraint listing_feed_agents_feed_id_foreign references listing_feeds (id) on delete cascade,
      agent_key text not null,
      member_id uuid not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint listing_feed_agents_pkey primary key (feed_id, agent_key))`)
  }
}
