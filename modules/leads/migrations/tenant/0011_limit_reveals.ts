import { BaseSchema } from '@adonisjs/lucid/schema'

/** Whether phone and e-mail of others' leads are shown at once, and who has had them shown. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(
      `alter table lead_settings add column details_hidden boolean not null default false,
         add column reveals_a_day integer not null default 50
           constraint lead_settings_reveals_a_day_in_range check (reveals_a_day between 1 and 1000),
         add column reveal_pause integer not null default 10
           constraint lead_settings_reveal_pause_in_range check (reveal_pause between 0 and 3600)`
    )
    this.schema.raw(`create table lead_reveals (
      lead_id uuid not null constraint lead_reveals_lead_id_foreign references leads (id),
      member_id uuid not null,
      created_at timestamptz not null default clock_timestamp(),
      constraint lead_reveals_pkey primary key (lead_id, member_id))`)
    this.schema.raw(
      `create index lead_reveals_member_id_index on lead_reveals (member_id, created_at)`
    )
  }
}
