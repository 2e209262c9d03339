import { carriesOut } from '#app/bulk_works'
import type { Listener, LongListener, UnitListener } from '#kernel/events/listener'
import { unitSql } from '#kernel/tenancy/sql'
import { duplicateSearch } from '../bulk/duplicate_search.ts'
import { keepLikenesses } from '../queries/likenesses.ts'

const PAGE = 500

/** Whoever changes more contacts at once than this changes neither names nor numbers. */
const BY_HAND = 50

const searchAll = carriesOut('contacts.duplicate_search', 'contacts.search_duplicates', () =>
  duplicateSearch.steps()
)

const afterImport: LongListener = {
  kind: 'job',
  event: 'contacts.imported',
  name: 'contacts.look_for_duplicates_of_imported',
  async handle({ payload }, run) {
    let last: string | null = null
    do {
      const page: string[] = await run.inUnit(async () => {
        const ids = await importedAfter(payload.importId as string, last)
        await keepLikenesses(ids)
        return ids
      })
      last = page.at(-1) ?? null
    } while (last !== null)
  },
}

const afterChange = ['created', 'updated', 'restored'].map((deed): UnitListener => ({
  kind: 'unit',
  event: `contacts.${deed}`,
  name: `contacts.look_for_duplicates_of_${deed}`,
  async handle({ payload }) {
    const ids = payload.contactIds as string[]
    if (ids.length <= BY_HAND) await keepLikenesses(ids)
  },
}))

export const duplicateListeners: Listener[] = [searchAll, afterImport, ...afterChange]

async function importedAfter(importId: string, after: string | null): Promise<string[]> {
  const { rows } = await unitSql<{ id: string }>(
    `select distinct contact_id as id from contact_import_rows
      where import_id = ? and deed in ('created', 'updated') and contact_id is not null
        and (?::uuid is null or contact_id > ?::uuid)
      order by 1 limit ?`,
    [importId, after, after, PAGE]
  )
  return rows.map(({ id }) => id)
}
