import { BaseSchema } from '@adonisjs/lucid/schema'

/** What looks wrong about a lead, with its evidence, until somebody has had a look. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table lead_flags (
      id uuid primary key default uuidv7(),
      lead_id uuid not null constraint lead_flags_lead_id_foreign references leads (id),
      kind text not null constraint lead_flags_kind_known check (kind in ('price','spam','repeated')),
      evidence jsonb not null,
      state text not null default 'open' constraint lead_flags_state_known check (state in ('open','confirmed','dismissed')),
      decided_by uuid,
      decided_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint lead_flags_kind_key unique (lead_id, kind))`)
    this.schema.raw(`create index lead_flags_open_index on lead_flags (id) where state = 'open'`)
  }
}
