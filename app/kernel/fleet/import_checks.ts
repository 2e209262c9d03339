import { readFile, stat } from 'node:fs/promises'
import vine from '@vinejs/vine'
import type pg from 'pg'
import { unseal } from '#kernel/keyring/keyring'
import { moduleNames } from '#kernel/modules/module_registry'
import {
  type ExportManifest,
  type ExportedCore,
  EXPORT_FORMAT,
  corePath,
  filePath,
  manifestPath,
  tablePath,
} from './export_format.ts'
import { sha256, sha256OfFile } from './exporting.ts'
import { FleetRefusal } from './fleet_refusal.ts'
import { HOST, type RenderedStep, renderedMigrations } from './rendered_migrations.ts'

export interface ReadExport {
  folder: string
  manifest: ExportManifest
  core: ExportedCore
}

const sum = () => vine.string().regex(/^[0-9a-f]{64}$/)
/** A name that is also a path: nothing in it may lead out of the folder. */
const plainName = () => vine.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)
const count = () => vine.number({ strict: true }).withoutDecimals().min(0)

const manifestShape = vine.create({
  format: vine.number({ strict: true }),
  exported_at: vine.string(),
  core_sha256: sum(),
  migrations: vine.array(
    vine.object({ module: plainName(), step: vine.string(), checksum: vine.string() })
  ),
  tables: vine.array(
    vine.object({
      name: plainName(),
      columns: vine.array(vine.string()),
      rows: count(),
      sha256: sum(),
    })
  ),
  files: vine.array(vine.object({ id: vine.string().uuid(), bytes: count(), sha256: sum() })),
  missing_files: vine.array(vine.string().uuid()),
})

/** Reads an export and proves that it is whole and unchanged. */
export async function readExport(folder: string): Promise<ReadExport> {
  const manifest = await readManifest(folder)
  const core = await readFile(corePath(folder), 'utf8').catch(() => '')
  if (sha256(core) !== manifest.core_sha256) throw changed('core.json')
  for (const { name, sha256: expected } of manifest.tables)
    await assertSum(tablePath(folder, name), expected, `tables/${name}.csv`)
  for (const { id, sha256: expected, bytes } of manifest.files) {
    const there = await stat(filePath(folder, id)).catch(() => null)
    if (there?.size !== bytes) throw changed(`files/${id}`)
    await assertSum(filePath(folder, id), expected, `files/${id}`)
  }
  return { folder, manifest, core: JSON.parse(core) as ExportedCore }
}

async function readManifest(folder: string): Promise<ExportManifest> {
  const text = await readFile(manifestPath(folder), 'utf8').catch(() => null)
  if (text === null) throw new FleetRefusal(`There is no manifest.json in ${folder}.`)
  try {
    const manifest = await manifestShape.validate(JSON.parse(text))
    if (manifest.format === EXPORT_FORMAT) return manifest
  } catch {
    throw new FleetRefusal('The manifest.json is not one that an export writes.')
  }
  throw new FleetRefusal('The export has a format that this version of Freehold does not know.')
}

async function assertSum(path: string, expected: string, name: string): Promise<void> {
  const found = await sha256OfFile(path).catch(() => '')
  if (found !== expected) throw changed(name)
}

function changed(name: string): FleetRefusal {
  return new FleetRefusal(`The export is damaged: ${name} is not what its manifest says.`)
}

/** The steps of this build that made the export's tables; refuses an export that another build made. */
export async function stepsOf({ manifest }: ReadExport): Promise<RenderedStep[]> {
  const known = await renderedMigrations()
  const steps = known.filter((step) => manifest.migrations.some((done) => isSame(step, done)))
  const strange = manifest.migrations.find((done) => !known.some((step) => isSame(step, done)))
  if (!strange) return steps
  throw new FleetRefusal(
    `The export was made with the migration ${strange.module}/${strange.step}, which this version of Freehold does not have.`
  )
}

function isSame(
  a: { module: string; step: string; checksum: string },
  b: { module: string; step: string; checksum: string }
): boolean {
  return a.module === b.module && a.step === b.step && a.checksum === b.checksum
}

export function assertModules({ core, manifest }: ReadExport): void {
  const wanted = [
    ...core.switches.map(({ module }) => module),
    ...manifest.migrations.map(({ module }) => module).filter((module) => module !== HOST),
  ]
  const strange = wanted.find((module) => !moduleNames.includes(module))
  if (strange)
    throw new FleetRefusal(`The export uses the module "${strange}", which is not installed here.`)
}

/** The agency's own key, unwrapped: what it encrypted can be read only with it. */
export function dataKeyOf({ core: { agency } }: ReadExport): Buffer {
  try {
    return unseal(agency.data_key, `data-key:${agency.id}`)
  } catch {
    const [ringKey] = agency.data_key.split('.')
    throw new FleetRefusal(
      `The agency's secrets are sealed with the key "${ringKey}": put it behind yours in APP_KEYS for the import.`
    )
  }
}

/** The plan's row here; a plan is known by its key and version. */
export async function planIdOf(
  client: pg.ClientBase,
  plan: { key: string; version: number } | null
): Promise<string | null> {
  if (!plan) return null
  const { rows } = await client.query<{ id: string }>(
    'select id from core.plan_versions where key = $1 and version = $2',
    [plan.key, plan.version]
  )
  if (rows[0]) return rows[0].id
  throw new FleetRefusal(
    `The export is on the plan "${plan.key}" (version ${plan.version}), which is not known here.`
  )
}
