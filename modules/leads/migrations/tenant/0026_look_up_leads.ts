import { BaseSchema } from '@adonisjs/lucid/schema'

/** What those said who know more of phones and addresses, and of which number or address they said it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table lead_lookups (
      lead_id uuid not null constraint lead_lookups_lead_id_foreign references leads (id),
      part text not null constraint lead_lookups_part_known check (part in ('phone','address')),
      asked text not null,
      is_real boolean,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint lead_lookups_pkey primary key (lead_id, part))`)
    this.schema.raw(
      `alter table lead_flags drop constraint lead_flags_kind_known,
         add constraint lead_flags_kind_known check (kind in ('price','spam','repeated','phone','address'))`
    )
  }
}
