import { DateTime } from 'luxon'
import { discardFile, findFile } from '#kernel/files/file_store'
import { BulkWork } from '#app/bulk_works'

const DAYS = 7

/** Sheets are full of people: who wanted one has taken it by now. */
export async function forgetSheets(kind: string): Promise<void> {
  const works = await BulkWork.query()
    .where('kind', kind)
    .whereIn('state', ['done', 'failed', 'cancelled'])
    .whereNotNull('answer_file_id')
    .where('updated_at', '<', DateTime.utc().minus({ days: DAYS }).toJSDate())
    .orderBy('id')
    .limit(500)
  for (const work of works) {
    const file = await findFile(work.answerFileId!)
    await work.merge({ answerFileId: null }).save()
    if (file) await discardFile(file)
  }
}
