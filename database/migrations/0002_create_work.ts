import { BaseSchema } from '@adonisjs/lucid/schema'

/** Work that is passed between processes: fleet tasks, outbox, ledger of migrations, runs of jobs. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create table fleet_tasks (
      id uuid primary key default uuidv7(),
      tenant_id uuid,
      kind text not null,
      facts jsonb not null default '{}',
      status text not null default 'waiting' constraint fleet_tasks_status_known check (status in ('waiting','done','failed')),
      attempts integer not null default 0,
      error text,
      answer jsonb,
      run_after timestamptz not null default now(),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now())`)
    this.schema.raw(
      `create index fleet_tasks_waiting_index on fleet_tasks (run_after) where status = 'waiting'`
    )

    this.schema.raw(`create table tenant_migrations (
      tenant_id uuid not null constraint tenant_migrations_tenant_id_foreign references tenants (id) on delete cascade,
      module text not null,
      step text not null,
      checksum text not null,
      status text not null constraint tenant_migrations_status_known check (status in ('done','failed')),
      attempt integer not null default 1,
      error text,
      ms integer,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      constraint tenant_migrations_pkey primary key (tenant_id, module, step))`)

    this.schema.raw(`create table outbox (
      id uuid primary key default uuidv7(),
      tenant_id uuid not null,
      name text not null,
      version integer not null,
      payload jsonb not null,
      actor_id uuid,
      actor_kind text,
      on_behalf_of uuid,
      causation_id uuid,
      created_at timestamptz not null default now())`)

    this.schema.raw(`create table job_runs (
      id uuid primary key default uuidv7(),
      job text not null,
      tenant_id uuid,
      attempt integer not null default 1,
      started_at timestamptz not null default now(),
      ended_at timestamptz,
      outcome text constraint job_runs_outcome_known check (outcome in ('done','failed','skipped','handed_back')),
      error text)`)
    this.schema.raw(`create index job_runs_job_index on job_runs (job, started_at desc)`)

    this.schema.raw(`create table audit_entries (
      id uuid primary key default uuidv7(),
      actor_id uuid,
      actor_kind text,
      on_behalf_of uuid,
      tenant_id uuid,
      action text not null,
      subject_type text not null,
      subject_id uuid,
      facts jsonb not null default '{}',
      created_at timestamptz not null default now())`)
    this.schema.raw(`create table audit_seals (
      id uuid primary key default uuidv7(),
      plane text not null,
      links jsonb not null,
      chain text not null,
      previous_chain text,
      signature text not null,
      created_at timestamptz not null default now(),
      constraint audit_seals_plane_previous_chain_key unique nulls not distinct (plane, previous_chain))`)
    this.schema.raw(`create index audit_seals_plane_index on audit_seals (plane, id)`)
  }
}
