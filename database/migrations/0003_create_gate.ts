import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The few functions that an agency's role may call. Each takes the agency from the role that is
 * set, never from an argument, and runs with a pinned path.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`create function gate.current_tenant() returns uuid language plpgsql stable
      set search_path = pg_catalog as $$
      declare hex text := substring(current_setting('role') from '^[a-z]{8}_t_([0-9a-f]{32})$');
      begin
        if hex is null then raise exception 'no agency is set' using errcode = '42501'; end if;
        return hex::uuid;
      end $$`)

    this.schema
      .raw(`create function gate.publish_events(events jsonb) returns void language plpgsql security definer
      set search_path = pg_catalog as $$
      declare tenant uuid := gate.current_tenant();
      begin
        insert into core.outbox (tenant_id, name, version, payload, actor_id, actor_kind, causation_id)
        select tenant, event->>'name', (event->>'version')::integer, event->'payload',
               (event->>'actorId')::uuid, event->>'actorKind', (event->>'causationId')::uuid
        from jsonb_array_elements(events) as event;
      end $$`)

    this.schema
      .raw(`create function gate.append_audit(entries jsonb) returns void language plpgsql security definer
      set search_path = pg_catalog as $$
      declare tenant uuid := gate.current_tenant();
      begin
        execute format('insert into %I.audit_entries (actor_id, actor_kind, action, subject_type, subject_id, facts)
          select (entry->>''actorId'')::uuid, entry->>''actorKind'', entry->>''action'', entry->>''subjectType'',
                 (entry->>''subjectId'')::uuid, coalesce(entry->''facts'', ''{}'')
          from jsonb_array_elements($1) as entry', 't_' || replace(tenant::text, '-', '')) using entries;
      end $$`)
    this.schema.raw(`revoke all on all functions in schema gate from public`)
  }
}
