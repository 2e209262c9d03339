import type pg from 'pg'
import { schemaName, tenantRole } from '#kernel/tenancy/names'
import { HOST, type RenderedStep } from './rendered_migrations.ts'

/** Host tables that an agency's role reads but never writes: their rows come through `gate`. */
const READ_ONLY = new Set(['audit_entries'])

/**
 * Applies `steps` to one agency's schema inside the caller's transaction: statements, rights and
 * ledger rows in one message.
 */
export async function applySteps(
  client: pg.ClientBase,
  place: TenantPlace,
  steps: RenderedStep[]
): Promise<void> {
  if (steps.length === 0) return
  const started = Date.now()
  const schema = schemaName(place.tenantId)
  const role = tenantRole(place.installation, place.tenantId)
  const sql = [
    `set local search_path to "${schema}", ext`,
    ...steps.flatMap((step) => step.statements),
    ...steps.flatMap((step) =>
      step.tables.map((table) => grantSql(schema, role, { module: step.module, table }))
    ),
  ]
  await client.query(sql.join(';\n'))
  await client.query('set local search_path to core')
  await recordSteps(client, place.tenantId, { steps, ms: Date.now() - started })
}

export interface TenantPlace {
  tenantId: string
  installation: string
}

function grantSql(
  schema: string,
  role: string,
  { module, table }: { module: string; table: string }
): string {
  const rights =
    module === HOST && READ_ONLY.has(table) ? 'select' : 'select, insert, update, delete'
  return `grant ${rights} on "${schema}"."${table}" to "${role}"`
}

async function recordSteps(
  client: pg.ClientBase,
  tenantId: string,
  { steps, ms }: { steps: RenderedStep[]; ms: number }
) {
  await client.query(
    `insert into core.tenant_migrations (tenant_id, module, step, checksum, status, ms)
     select $1, module, step, checksum, 'done', $5 from unnest($2::text[], $3::text[], $4::text[]) as s(module, step, checksum)
     on conflict (tenant_id, module, step) do update
       set status = 'done', checksum = excluded.checksum, attempt = tenant_migrations.attempt + 1, error = null, ms = excluded.ms, updated_at = excluded.updated_at`,
    [
      tenantId,
      steps.map((step) => step.module),
      steps.map((step) => step.step),
      steps.map((step) => step.checksum),
      ms,
    ]
  )
}

/** Takes from, or gives back to, the agency's role the right to write a module's tables. */
export async function setWriteRights(
  client: pg.ClientBase,
  place: TenantPlace,
  { tables, may }: { tables: string[]; may: boolean }
) {
  const schema = schemaName(place.tenantId)
  const role = tenantRole(place.installation, place.tenantId)
  const verb = may ? 'grant' : 'revoke'
  const direction = may ? 'to' : 'from'
  const sql = tables.map(
    (table) => `${verb} insert, update, delete on "${schema}"."${table}" ${direction} "${role}"`
  )
  if (sql.length > 0) await client.query(sql.join(';\n'))
}
