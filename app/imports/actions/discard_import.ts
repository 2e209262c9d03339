import type { BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { discardFile, findFile } from '#kernel/files/file_store'
import { done, refused, type Result } from '#kernel/result/result'

/** Throws a draft away, and its list with it. */
export class DiscardImport {
  async handle(work: BulkWork): Promise<Result<null, 'begun'>> {
    if (!work.isDraft) return refused('begun')
    const stored = work.fileId ? await findFile(work.fileId) : null
    await unitSql('delete from bulk_works where parent_id = ?', [work.id])
    await work.delete()
    if (stored) await discardFile(stored)
    return done(null)
  }
}
