import pg from 'pg'
import { schemaName } from '#kernel/tenancy/names'
import { type ExportedTable, tablePath } from './export_format.ts'
import { type CopiedTable, copyIn, copyOut, tablesToCopy } from './export_tables.ts'
import { FleetRefusal } from './fleet_refusal.ts'
import type { ReadExport } from './import_checks.ts'

/** Fills the agency's new tables and proves, by copying them out again, that nothing was lost on the way. */
export async function fillTables(
  client: pg.ClientBase,
  tenantId: string,
  { folder, manifest }: ReadExport
): Promise<void> {
  const tables = await tablesToCopy(client, tenantId)
  assertSameTables(tables, manifest.tables)
  await emptyTables(client, tenantId, tables)
  for (const table of tables)
    await copyIn(client, { tenantId, table }, tablePath(folder, table.name))
  for (const table of tables) {
    const expected = manifest.tables.find(({ name }) => name === table.name)
    const found = await copyOut(client, { tenantId, table })
    if (found.rows !== expected?.rows || found.sha256 !== expected.sha256)
      throw new FleetRefusal(
        `The table ${table.name} has ${found.rows} rows after the import and does not equal the export's ${expected?.rows}.`
      )
  }
}

/** Some tables are born with rows, such as the stages of a pipeline; the export knows which of them remained. */
async function emptyTables(
  client: pg.ClientBase,
  tenantId: string,
  tables: CopiedTable[]
): Promise<void> {
  const schema = pg.escapeIdentifier(schemaName(tenantId))
  for (const { name } of tables.toReversed())
    await client.query(`delete from ${schema}.${pg.escapeIdentifier(name)}`)
}

function assertSameTables(here: CopiedTable[], there: ExportedTable[]): void {
  const shape = (tables: { name: string; columns: string[] }[]) =>
    tables.map(({ name, columns }) => `${name}(${columns.join()})`).sort()
  const [mine, theirs] = [shape(here), shape(there)]
  const odd = [...mine, ...theirs].find((one) => !mine.includes(one) || !theirs.includes(one))
  if (odd)
    throw new FleetRefusal(`The export's tables do not fit this version of Freehold: ${odd}.`)
}

/**
 * Files lie in a folder of their agency. A key of the export that names another folder would open
 * somebody else's files, so it is refused.
 */
export async function moveFileKeys(
  client: pg.ClientBase,
  tenantId: string,
  { core }: ReadExport
): Promise<Map<string, string>> {
  const files = `${pg.escapeIdentifier(schemaName(tenantId))}.files`
  const [before, after] = [`tenants/${core.agency.id}/`, `tenants/${tenantId}/`]
  const { rowCount } = await client.query(
    `select from ${files} where not starts_with(storage_key, $1) or storage_key ~ '(^|/)\\.\\.?(/|$)'`,
    [before]
  )
  if (rowCount) throw new FleetRefusal('The export names files outside of its own folder.')
  const { rows } = await client.query<{ id: string; storage_key: string }>(
    `update ${files} set storage_key = $2 || substr(storage_key, length($1) + 1) returning id, storage_key`,
    [before, after]
  )
  return new Map(rows.map((row) => [row.id, row.storage_key]))
}
