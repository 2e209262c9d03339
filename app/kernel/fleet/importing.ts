import drive from '@adonisjs/drive/services/main'
import pg from 'pg'
import { schemaName } from '#kernel/tenancy/names'
import { recordDeed } from './agency_status.ts'
import { filePath, type ExportManifest } from './export_format.ts'
import { EXPORT_SUBJECT } from './exporting.ts'
import { PLAIN_TEXTS } from './export_tables.ts'
import { FleetRefusal } from './fleet_refusal.ts'
import { type ImportedAgency, insertAgency } from './import_agency.ts'
import { assertModules, readExport, stepsOf, type ReadExport } from './import_checks.ts'
import { renamePeople } from './import_people.ts'
import { fillTables, moveFileKeys } from './import_tables.ts'
import { requireInstallation } from './installation.ts'
import { asOwner, ownerPool } from './owner.ts'
import { createHome } from './provisioning.ts'
import { type RenderedStep, stepsFor, tablesOf } from './rendered_migrations.ts'
import { applySteps, setWriteRights, type TenantPlace } from './tenant_schema.ts'

/**
 * Opens an agency from an export, under its own name or another, in one transaction: what does
 * not fit is refused and leaves nothing behind.
 */
export async function importAgency(
  folder: string,
  { as }: { as?: string } = {}
): Promise<ImportedAgency> {
  const read = await readExport(folder)
  const steps = await stepsOf(read)
  assertModules(read)
  const slug = as ?? read.core.agency.slug
  await assertFree(slug)
  let tenantId = ''
  try {
    return await asOwner(async (client) => {
      const agency = await insertAgency(client, read, slug)
      tenantId = agency.tenantId
      await furnish(client, { read, steps, agency })
      return agency
    })
  } catch (error) {
    if (tenantId) await drive.use().deleteAll(`tenants/${tenantId}/`)
    throw error
  }
}

async function assertFree(slug: string): Promise<void> {
  const { rowCount } = await ownerPool().query('select from core.tenants where slug = $1', [slug])
  if (rowCount)
    throw new FleetRefusal(`An agency is called "${slug}" already: choose another name with --as.`)
}

interface Arrival {
  read: ReadExport
  steps: RenderedStep[]
  agency: ImportedAgency
}

/** First as the export was made, proven, then as this build and this installation want it. */
async function furnish(client: pg.ClientBase, { read, steps, agency }: Arrival): Promise<void> {
  const { tenantId, people } = agency
  const installation = await requireInstallation(client)
  const place = { tenantId, installation: installation.id }
  await createHome(client, installation, tenantId)
  await applySteps(client, place, steps)
  await client.query(PLAIN_TEXTS)
  await fillTables(client, tenantId, read)

  await renamePeople(client, tenantId, people)
  await putFiles(read, await moveFileKeys(client, tenantId, read))
  await forgetExports(client, tenantId)
  await applySteps(client, place, await laterSteps(read, steps))
  await switchModules(client, place, read)
  await open(client, tenantId)
}

/** What this build has added since to the modules whose tables came along. */
async function laterSteps({ manifest }: ReadExport, done: RenderedStep[]): Promise<RenderedStep[]> {
  const steps = await stepsFor(manifest.migrations.map(({ module }) => module))
  return steps.filter((step) => !done.includes(step))
}

async function putFiles(
  { folder, manifest }: { folder: string; manifest: ExportManifest },
  keys: Map<string, string>
): Promise<void> {
  for (const { id } of manifest.files) {
    const key = keys.get(id)
    if (!key) throw new FleetRefusal(`The export holds a file that none of its rows names: ${id}.`)
    await drive.use().copyFromFs(filePath(folder, id), key)
  }
}

/** Rows about earlier exports, whose archives are no part of this one. */
async function forgetExports(client: pg.ClientBase, tenantId: string): Promise<void> {
  await client.query(
    `delete from ${pg.escapeIdentifier(schemaName(tenantId))}.files where subject_type = $1`,
    [EXPORT_SUBJECT]
  )
}

async function switchModules(
  client: pg.ClientBase,
  place: TenantPlace,
  { core }: ReadExport
): Promise<void> {
  for (const { module, state } of core.switches) {
    await client.query(
      'insert into core.module_switches (tenant_id, module, state) values ($1, $2, $3)',
      [place.tenantId, module, state === 'installing' ? 'off' : state]
    )
    if (state === 'off')
      await setWriteRights(client, place, { tables: await tablesOf(module), may: false })
  }
}

async function open(client: pg.ClientBase, tenantId: string): Promise<void> {
  await client.query(
    `update core.tenants set status = 'active', updated_at = now() where id = $1`,
    [tenantId]
  )
  await recordDeed(client, { tenantId, facts: {} }, 'agency.imported')
  await client.query('select pg_notify($1, $2)', ['freehold_tenants', tenantId])
}
