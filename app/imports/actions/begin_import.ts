import { BulkWork } from '#app/bulk_works'
import { depositFile, keepFile } from '#kernel/files/file_store'
import { done, refused, type Result } from '#kernel/result/result'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import type { DraftFacts } from '../draft_facts.ts'
import { type ListKind, moduleOf } from '../list_kind.ts'
import { glanceAt, type Glance, MOST_BYTES } from '../lists/glance.ts'
import { plainValue } from '../lists/plain_json.ts'
import { UnreadableFile } from '../reading/unreadable_file.ts'

/** A file as the browser sent it. */
export interface Upload {
  path: string
  name: string
}

type Refusal = 'unreadable' | 'too_large' | 'empty'

/** Keeps a list that somebody sent and guesses what its columns are; nothing is imported yet. */
export class BeginListImport {
  constructor(private readonly kind: ListKind) {}

  async handle(upload: Upload): Promise<Result<BulkWork, Refusal>> {
    const glance = await this.#readableGlance(upload)
    if (glance instanceof UnreadableFile) return refused('unreadable', this.#unreadable(glance))
    const facts = { name: upload.name, module: moduleOf(this.kind), most: MOST_BYTES }
    const deposit = await depositFile(unit().tenant.id, { path: upload.path }, facts)
    if (!deposit.ok) return deposit

    const stored = await keepFile(deposit.value)
    const work = await BulkWork.create({
      kind: this.kind.name,
      state: 'draft',
      fileId: stored.id,
      ownerId: currentActor().id,
      facts: { ...plainValue(this.#firstFacts(stored.name, glance)) },
      rowsDone: 0,
      counts: {},
    })
    return done(work)
  }

  async #readableGlance(upload: Upload): Promise<Glance | UnreadableFile> {
    try {
      return await glanceAt(upload, this.kind)
    } catch (error) {
      if (error instanceof UnreadableFile) return error
      throw error
    }
  }

  #unreadable({ reason, params }: UnreadableFile) {
    return { ...params, key: `${this.kind.name}.unreadable.${reason}` }
  }

  #firstFacts(fileName: string, { file, sample }: Glance): DraftFacts {
    const { format, encoding, separator, columns } = file
    return {
      ...{ fileName, format, encoding, separator, columns, sample },
      mapping: this.kind.guess(columns, sample),
      options: this.kind.firstOptions(),
      revision: 1,
    }
  }
}
