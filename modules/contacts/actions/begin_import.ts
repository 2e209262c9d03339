import { BulkWork } from '#app/bulk_works'
import { depositFile, keepFile } from '#kernel/files/file_store'
import { done, refused, type Result } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { guessColumns } from '../importing/guess_columns.ts'
import { UnreadableFile } from '../importing/unreadable_file.ts'
import type { ImportFacts } from '../imports/import_options.ts'
import { plainValue } from '../imports/plain_json.ts'
import { glanceAt, MOST_BYTES, type Glance } from '../imports/open_upload.ts'

/** A file as the browser sent it. */
export interface Upload {
  path: string
  name: string
}

type Refusal = 'unreadable' | 'too_large' | 'empty'

/** Keeps a list that somebody sent and guesses what its columns are; nothing is imported yet. */
export class BeginImport {
  async handle(upload: Upload): Promise<Result<BulkWork, Refusal>> {
    const glance = await readableGlance(upload)
    if (glance instanceof UnreadableFile) return refused('unreadable', unreadable(glance))
    const facts = { name: upload.name, module: 'contacts', most: MOST_BYTES }
    const deposit = await depositFile(unit().tenant.id, { path: upload.path }, facts)
    if (!deposit.ok) return deposit

    const stored = await keepFile(deposit.value)
    const work = await BulkWork.create({
      kind: 'contacts.import',
      state: 'draft',
      fileId: stored.id,
      ownerId: currentActor().id,
      facts: { ...plainValue(firstFacts(stored.name, glance)) },
      rowsDone: 0,
      counts: {},
    })
    return done(work)
  }
}

async function readableGlance(upload: Upload): Promise<Glance | UnreadableFile> {
  try {
    return await glanceAt(upload.path, upload.name)
  } catch (error) {
    if (error instanceof UnreadableFile) return error
    throw error
  }
}

function unreadable({ key, params }: UnreadableFile) {
  return { ...params, key }
}

function firstFacts(fileName: string, { file, sample }: Glance): ImportFacts {
  return {
    fileName,
    format: file.format,
    encoding: file.encoding,
    separator: file.separator,
    columns: file.columns,
    sample,
    mapping: guessColumns(file.columns, sample),
    options: {
      ownerId: currentActor().id,
      tags: [],
      existing: 'fill',
      consent: { basis: 'unknown', how: null, channels: [], at: null },
    },
    revision: 1,
  }
}
