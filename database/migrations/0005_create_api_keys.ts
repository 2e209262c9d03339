import { BaseSchema } from '@adonisjs/lucid/schema'

/** Keys with which programs act for a person in one agency; of the secret, only its hash. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table api_keys (
      id uuid primary key default uuidv7(),
      tenant_id uuid not null constraint api_keys_tenant_id_foreign references tenants (id) on delete cascade,
      identity_id uuid not null constraint api_keys_identity_id_foreign references identities (id),
      name text not null,
      prefix text not null constraint api_keys_prefix_key unique constraint api_keys_prefix_shape check (prefix ~ '^[0-9a-f]{12}$'),
      secret_hash text not null,
      permissions text[] not null,
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index api_keys_tenant_id_index on api_keys (tenant_id, created_at desc)`
    )
    this.schema.raw(`create index api_keys_identity_id_index on api_keys (identity_id)`)
  }
}
