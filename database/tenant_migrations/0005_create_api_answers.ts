import { BaseSchema } from '@adonisjs/lucid/schema'

/** What was answered to a POST with an Idempotency-Key, written in the very transaction of its effect. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table api_answers (
      key_id uuid not null,
      idempotency_key text not null constraint api_answers_idempotency_key_length check (length(idempotency_key) between 1 and 255),
      fingerprint text not null,
      status integer not null,
      headers jsonb not null,
      body text not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint api_answers_pkey primary key (key_id, idempotency_key))`)
    this.schema.raw(`create index api_answers_created_at_index on api_answers (created_at)`)
  }
}
