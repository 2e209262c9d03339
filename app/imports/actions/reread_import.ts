import type { BulkWork } from '#app/bulk_works'
import { findFile } from '#kernel/files/file_store'
import { done, refused, type Result } from '#kernel/result/result'
import { draftFacts } from '../draft_facts.ts'
import type { ListKind } from '../list_kind.ts'
import { glanceAt } from '../lists/glance.ts'
import { plainValue } from '../lists/plain_json.ts'
import { localCopy } from '../lists/stored_list.ts'
import type { FileChoices } from '../reading/list_file.ts'
import { UnreadableFile } from '../reading/unreadable_file.ts'

/** Reads the list of a draft again, in another encoding or with another separator. */
export class RereadImport {
  constructor(private readonly kind: ListKind) {}

  async handle(
    work: BulkWork,
    choices: FileChoices
  ): Promise<Result<BulkWork, 'begun' | 'unreadable'>> {
    const stored = work.fileId ? await findFile(work.fileId) : null
    if (!work.isDraft || !stored) return refused('begun')
    const { path, remove } = await localCopy(stored)
    try {
      return done(await this.#reread(work, path, choices))
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      const key = `${this.kind.name}.unreadable.${error.reason}`
      return refused('unreadable', { ...error.params, key })
    } finally {
      await remove()
    }
  }

  /** Other headings make other columns: what was chosen for them is guessed anew. */
  async #reread(work: BulkWork, path: string, choices: FileChoices): Promise<BulkWork> {
    const facts = draftFacts(work)
    const { file, sample } = await glanceAt({ path, name: facts.fileName, choices }, this.kind)
    const { encoding, separator, columns } = file
    const mapping = this.kind.guess(columns, sample)
    const read = { encoding, separator, columns, sample, mapping, revision: facts.revision + 1 }
    await work.merge({ facts: { ...plainValue({ ...facts, ...read }) } }).save()
    return work
  }
}
