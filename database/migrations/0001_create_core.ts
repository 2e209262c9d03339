import { BaseSchema } from '@adonisjs/lucid/schema'

/** The platform's own facts: agencies, people, sessions, plans and switches. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table installation (
      id text primary key constraint installation_id_shape check (id ~ '^[a-z]{8}$'),
      app_role text not null)`)

    this.schema.raw(`create table identities (
      id uuid primary key default uuidv7(),
      email text not null,
      name text not null,
      password_hash text,
      email_verified_at timestamptz,
      status text not null default 'active' constraint identities_status_known check (status in ('active','suspended','blocked','deleted')),
      operator_role text constraint identities_operator_role_known check (operator_role in ('platform_admin','moderator','finance_ops','support_agent','ops_rm_lead')),
      last_signed_in_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint identities_email_lower check (email = lower(email)))`)
    this.schema.raw(
      `create unique index identities_verified_email_key on identities (email) where email_verified_at is not null and status <> 'deleted'`
    )
    this.schema.raw(`create index identities_email_index on identities (email)`)

    this.schema.raw(`create table plan_versions (
      id uuid primary key default uuidv7(),
      key text not null,
      version integer not null,
      position integer not null,
      modules text[] not null,
      quotas jsonb not null default '{}',
      prices jsonb not null,
      retired_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint plan_versions_key_version_key unique (key, version))`)

    this.schema.raw(`create table tenants (
      id uuid primary key default uuidv7(),
      slug text not null,
      name text not null,
      market text not null constraint tenants_market_known check (market in ('US','ZW','IN')),
      currency char(3) not null,
      time_zone text not null,
      status text not null default 'provisioning' constraint tenants_status_known check (status in ('provisioning','active','restricted','suspended','closing')),
      status_reason text,
      founder_id uuid not null constraint tenants_founder_id_foreign references identities (id),
      plan_version_id uuid not null constraint tenants_plan_version_id_foreign references plan_versions (id),
      trial_plan_version_id uuid constraint tenants_trial_plan_version_id_foreign references plan_versions (id),
      trial_ends_at timestamptz,
      branding jsonb not null default '{}',
      data_key text not null,
      delete_after timestamptz,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint tenants_slug_key unique (slug),
      constraint tenants_slug_shape check (slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(slug) between 3 and 40))`)

    this.schema.raw(`create table tenant_hosts (
      host text primary key constraint tenant_hosts_host_lower check (host = lower(host)),
      tenant_id uuid not null constraint tenant_hosts_tenant_id_foreign references tenants (id) on delete cascade,
      kind text not null default 'slug' constraint tenant_hosts_kind_known check (kind in ('slug','custom')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create index tenant_hosts_tenant_id_index on tenant_hosts (tenant_id)`)

    this.schema.raw(`create table memberships (
      id uuid primary key default uuidv7(),
      tenant_id uuid not null constraint memberships_tenant_id_foreign references tenants (id) on delete cascade,
      identity_id uuid not null constraint memberships_identity_id_foreign references identities (id),
      state text not null default 'active' constraint memberships_state_known check (state in ('invited','active','removed')),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint memberships_tenant_identity_key unique (tenant_id, identity_id))`)
    this.schema.raw(`create index memberships_identity_id_index on memberships (identity_id)`)

    this.schema.raw(`create table sessions (
      id text primary key,
      tenant_id uuid constraint sessions_tenant_id_foreign references tenants (id) on delete cascade,
      identity_id uuid not null constraint sessions_identity_id_foreign references identities (id) on delete cascade,
      contents text not null,
      ip text,
      user_agent text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null)`)
    this.schema.raw(`create index sessions_identity_id_index on sessions (identity_id)`)
    this.schema.raw(`create index sessions_expires_at_index on sessions (expires_at)`)

    this.schema.raw(`create table one_time_tokens (
      id uuid primary key default uuidv7(),
      purpose text not null constraint one_time_tokens_purpose_known check (purpose in ('verify_email','reset_password','invite','switch_agency')),
      token_hash text not null constraint one_time_tokens_token_hash_key unique,
      identity_id uuid constraint one_time_tokens_identity_id_foreign references identities (id) on delete cascade,
      tenant_id uuid constraint one_time_tokens_tenant_id_foreign references tenants (id) on delete cascade,
      payload jsonb not null default '{}',
      expires_at timestamptz not null,
      used_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(`create index one_time_tokens_expires_at_index on one_time_tokens (expires_at)`)

    this.schema.raw(`create table tenant_addons (
      id uuid primary key default uuidv7(),
      tenant_id uuid not null constraint tenant_addons_tenant_id_foreign references tenants (id) on delete cascade,
      module text not null,
      ends_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint tenant_addons_tenant_module_key unique (tenant_id, module))`)

    this.schema.raw(`create table module_switches (
      tenant_id uuid not null constraint module_switches_tenant_id_foreign references tenants (id) on delete cascade,
      module text not null,
      state text not null constraint module_switches_state_known check (state in ('off','installing','on','failed','purged')),
      error text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint module_switches_pkey primary key (tenant_id, module))`)

    this.schema.raw(`create table feature_flags (
      name text primary key constraint feature_flags_name_shape check (name ~ '^[a-z][a-z0-9_.]*$'),
      enabled boolean not null default false,
      rollout_percentage integer not null default 100 constraint feature_flags_rollout_range check (rollout_percentage between 0 and 100),
      included uuid[] not null default '{}',
      excluded uuid[] not null default '{}',
      version integer not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)

    this.schema.raw(
      `create table rate_limits (key text primary key, points integer not null default 0, expire bigint)`
    )

    this.schema.raw(`create table caught_letters (
      id uuid primary key default uuidv7(),
      recipient text not null,
      subject text not null,
      html text,
      plain text,
      created_at timestamptz not null default now())`)
  }
}
