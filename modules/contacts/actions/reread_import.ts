import type { BulkWork } from '#app/bulk_works'
import { findFile } from '#kernel/files/file_store'
import { done, refused, type Result } from '#kernel/result/result'
import type { FileChoices } from '../importing/contact_file.ts'
import { guessColumns } from '../importing/guess_columns.ts'
import { UnreadableFile } from '../importing/unreadable_file.ts'
import type { ImportFacts } from '../imports/import_options.ts'
import { glanceAt } from '../imports/open_upload.ts'
import { plainValue } from '../imports/plain_json.ts'
import { localCopy } from '../imports/stored_list.ts'

/** Reads the list of a draft again, in another encoding or with another separator. */
export class RereadImport {
  async handle(
    work: BulkWork,
    choices: FileChoices
  ): Promise<Result<BulkWork, 'begun' | 'unreadable'>> {
    const stored = work.fileId ? await findFile(work.fileId) : null
    if (!work.isDraft || !stored) return refused('begun')
    const { path, remove } = await localCopy(stored)
    try {
      return done(await reread(work, path, choices))
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      return refused('unreadable', { ...error.params, key: error.key })
    } finally {
      await remove()
    }
  }
}

/** Other headings make other columns: what was chosen for them is guessed anew. */
async function reread(work: BulkWork, path: string, choices: FileChoices): Promise<BulkWork> {
  const facts = work.facts as unknown as ImportFacts
  const { file, sample } = await glanceAt(path, facts.fileName, choices)
  const { encoding, separator, columns } = file
  const mapping = guessColumns(columns, sample)
  const read = { encoding, separator, columns, sample, mapping, revision: facts.revision + 1 }
  await work.merge({ facts: { ...plainValue({ ...facts, ...read }) } }).save()
  return work
}
