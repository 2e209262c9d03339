import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import drive from '@adonisjs/drive/services/main'
import pg from 'pg'
import { schemaName } from '#kernel/tenancy/names'
import { readCore, readLedger } from './export_core.ts'
import {
  type ExportManifest,
  type ExportedFile,
  EXPORT_FORMAT,
  corePath,
  filePath,
  manifestPath,
  tablePath,
} from './export_format.ts'
import { PLAIN_TEXTS, copyOut, tablesToCopy } from './export_tables.ts'
import { FleetRefusal } from './fleet_refusal.ts'
import { ownerPool } from './owner.ts'

/** An export of an agency is no part of the next one. */
export const EXPORT_SUBJECT = 'export'

interface StoredBytes {
  id: string
  storage_key: string
}

/**
 * Writes everything of an agency into an empty folder: each table as CSV, all from one snapshot,
 * the platform's rows about it, its files, and a manifest to prove them by.
 */
export async function exportAgency(tenantId: string, folder: string): Promise<ExportManifest> {
  await prepareFolder(folder)
  const { files, ...snapshot } = await inSnapshot((client) => exportRows(client, tenantId, folder))
  const manifest: ExportManifest = {
    format: EXPORT_FORMAT,
    exported_at: new Date().toISOString(),
    ...snapshot,
    ...(await exportFiles(files, folder)),
  }
  await writeFile(manifestPath(folder), JSON.stringify(manifest, null, 2))
  return manifest
}

async function prepareFolder(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0) throw new FleetRefusal(`${folder} is not empty: name a new folder.`)
  await mkdir(join(folder, 'tables'), { recursive: true })
  await mkdir(join(folder, 'files'))
}

async function inSnapshot<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await ownerPool().connect()
  try {
    await client.query(`begin isolation level repeatable read read only; ${PLAIN_TEXTS}`)
    return await work(client)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function exportRows(client: pg.ClientBase, tenantId: string, folder: string) {
  const core = JSON.stringify(await readCore(client, tenantId), null, 2)
  await writeFile(corePath(folder), core)
  const tables = []
  for (const table of await tablesToCopy(client, tenantId)) {
    const sum = await copyOut(client, { tenantId, table }, tablePath(folder, table.name))
    tables.push({ name: table.name, columns: table.columns, ...sum })
  }
  const { rows: files } = await client.query<StoredBytes>(
    `select id, storage_key from ${pg.escapeIdentifier(schemaName(tenantId))}.files
      where subject_type is distinct from $1 order by id`,
    [EXPORT_SUBJECT]
  )
  const migrations = await readLedger(client, tenantId)
  return { core_sha256: sha256(core), migrations, tables, files }
}

async function exportFiles(files: StoredBytes[], folder: string) {
  const exported: ExportedFile[] = []
  const missing: string[] = []
  for (const { id, storage_key: key } of files) {
    if (await drive.use().exists(key)) exported.push(await exportFile(id, key, folder))
    else missing.push(id)
  }
  return { files: exported, missing_files: missing }
}

async function exportFile(id: string, key: string, folder: string): Promise<ExportedFile> {
  const path = filePath(folder, id)
  await pipeline(await drive.use().getStream(key), createWriteStream(path))
  return { id, bytes: (await stat(path)).size, sha256: await sha256OfFile(path) }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
