import pg from 'pg'
import { schemaName, tenantRole } from '#kernel/tenancy/names'
import { readInstallation } from './installation.ts'
import { asOwner, ownerPool } from './owner.ts'

const TABLES_AT_A_TIME = 10

/**
 * Deletes an agency for good: tables in small transactions (dropping one takes about 17 locks),
 * then schema, role and rows in `core`. Safe to call again after a crash half-way.
 */
export async function deleteAgency(tenantId: string): Promise<void> {
  await asOwner(async (client) => {
    await client.query(
      `update core.tenants set status = 'closing', updated_at = now() where id = $1`,
      [tenantId]
    )
    await client.query('select pg_notify($1, $2)', ['freehold_tenants', tenantId])
  })
  for (let left = await dropSome(tenantId); left > 0; left = await dropSome(tenantId));
  await dropHome(tenantId)
}

/** Drops a few tables; answers how many it dropped. */
async function dropSome(tenantId: string): Promise<number> {
  const schema = schemaName(tenantId)
  const { rows } = await ownerPool().query<{ tablename: string }>(
    'select tablename from pg_tables where schemaname = $1 limit $2',
    [schema, TABLES_AT_A_TIME]
  )
  const names = rows.map(
    (row) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(row.tablename)}`
  )
  if (names.length > 0)
    await asOwner((client) => client.query(`drop table ${names.join(', ')} cascade`))
  return names.length
}

async function dropHome(tenantId: string): Promise<void> {
  await asOwner(async (client) => {
    const installation = await readInstallation(client)
    const role = installation ? tenantRole(installation.id, tenantId) : ''
    await client.query(`drop schema if exists ${pg.escapeIdentifier(schemaName(tenantId))} cascade`)
    await client.query(`drop role if exists ${pg.escapeIdentifier(role)}`)
    await client.query('delete from core.fleet_tasks where tenant_id = $1', [tenantId])
    await client.query('delete from core.outbox where tenant_id = $1', [tenantId])
    await client.query('delete from core.tenants where id = $1', [tenantId])
    await client.query('select pg_notify($1, $2)', ['freehold_tenants', tenantId])
  })
}
