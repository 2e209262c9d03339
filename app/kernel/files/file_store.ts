import { randomUUID } from 'node:crypto'
import { type Readable } from 'node:stream'
import drive from '@adonisjs/drive/services/main'
import { DateTime } from 'luxon'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import type { Result } from '#kernel/result/result'
import { type FileSource, type Unfit, withMeasured } from './file_source.ts'
import { mediaTypeOf } from './media_type.ts'
import StoredFile from './stored_file.ts'

export interface FileFacts {
  /** What the person called it; a path in it is only a name. */
  name: string
  /** The room that keeps it: part of where the bytes lie. */
  module: string
  subject?: { type: string; id: string }
  /** Bytes above which it is refused. */
  most?: number
}

/** Bytes that lie in the storage and belong to no file yet. */
export interface Deposit {
  storageKey: string
  name: string
  mediaType: string
  bytes: number
  sha256: string
}

const MOST = 25 * 1024 * 1024

/**
 * Keeps a file of the agency: bytes into the storage, a row into the open unit. Should the unit
 * roll back, the bytes are cleaned away later. For large files, and for any that a job makes,
 * call `depositFile` outside of a unit and `keepFile` inside: no unit should wait for a storage.
 */
export async function storeFile(
  source: FileSource,
  facts: FileFacts
): Promise<Result<StoredFile, Unfit>> {
  const deposit = await depositFile(unit().tenant.id, source, facts)
  if (!deposit.ok) return deposit
  return { ok: true, value: await keepFile(deposit.value, facts) }
}

/** Puts bytes into the storage. What `keepFile` does not claim within a day is cleaned away. */
export async function depositFile(
  tenantId: string,
  source: FileSource,
  { name, module, most = MOST }: FileFacts
): Promise<Result<Deposit, Unfit>> {
  const storageKey = `${folderOf(tenantId)}${module}/${randomUUID()}`
  return withMeasured(source, most, async ({ path, bytes, sha256 }) => {
    const mediaType = await mediaTypeOf(path, name)
    await drive.use().copyFromFs(path, storageKey, { contentType: mediaType })
    return { storageKey, name: plainName(name), mediaType, bytes, sha256 }
  })
}

/** Makes a deposit a file of the agency, in the open unit. */
export function keepFile(
  deposit: Deposit,
  { subject }: Pick<FileFacts, 'subject'> = {}
): Promise<StoredFile> {
  const actor = currentActor()
  return StoredFile.create({
    ...deposit,
    ownerId: actor.kind === 'system' ? null : actor.id,
    subjectType: subject?.type ?? null,
    subjectId: subject?.id ?? null,
  })
}

/** A file that was not discarded; null for any other id. */
export function findFile(id: string): Promise<StoredFile | null> {
  return StoredFile.query().where('id', id).whereNull('deleted_at').first()
}

/** Its address is dead at once; row and bytes go a week later. */
export async function discardFile(file: StoredFile): Promise<void> {
  await file.merge({ deletedAt: DateTime.utc(), deletedBy: currentActor().id }).save()
}

/** Call it outside of a unit: who reads may be slow. */
export function readFile(file: Pick<StoredFile, 'storageKey'>): Promise<Readable> {
  return drive.use().getStream(file.storageKey)
}

export function folderOf(tenantId: string): string {
  return `tenants/${tenantId}/`
}

function plainName(name: string): string {
  const plain = name
    .replace(/[\p{C}/\\:*?"<>|]+/gu, '_')
    .replace(/^[.\s]+/, '')
    .trim()
  return Array.from(plain).slice(-200).join('') || 'file'
}
