import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BulkFailure, type BulkWork } from '#app/bulk_works'
import type { LongRun } from '#kernel/events/listener'
import { findFile, readFile } from '#kernel/files/file_store'
import { draftFacts } from '../draft_facts.ts'
import type { ListKind } from '../list_kind.ts'
import type { ListFile } from '../reading/list_file.ts'
import { openList } from '../reading/open_list.ts'

type Stored = Parameters<typeof readFile>[0]

export interface StoredList {
  file: ListFile
  close(): Promise<void>
}

/** The list of an import as a file of this machine, opened as its draft says. */
export async function openStoredList(
  work: BulkWork,
  kind: ListKind,
  run: LongRun
): Promise<StoredList> {
  const stored = work.fileId ? await run.inUnit(() => findFile(work.fileId!)) : null
  if (!stored) throw new BulkFailure(`${kind.name}.failed.list_gone`)
  const { path, remove } = await localCopy(stored)
  try {
    const { fileName: name, encoding, separator } = draftFacts(work)
    const file = await openList({ path, name, choices: { encoding, separator } }, kind.manner)
    return { file, close: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** A copy of a stored file on this machine, until it is removed. */
export async function localCopy(stored: Stored) {
  const folder = await mkdtemp(join(tmpdir(), 'freehold-list-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'list')
  try {
    await pipeline(await readFile(stored), createWriteStream(path))
    return { path, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
