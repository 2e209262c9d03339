import { type BulkWork } from '#app/bulk_works'
import { type ImportPlace, type ListKind, type ListReading } from '#app/imports'
import { customFieldsOf } from '#app/records'
import type { LongRun } from '#kernel/events/listener'
import { marketPack } from '#kernel/markets/packs'
import { currentActor, unit } from '#kernel/tenancy/tenancy'
import { contactManner } from '../importing/contact_manner.ts'
import { guessColumns } from '../importing/guess_columns.ts'
import { keptContacts } from '../queries/kept_contacts.ts'
import { drafterMapping } from './column_choices.ts'
import type { ImportFacts, ImportOptions } from './import_options.ts'
import { type ReadRow, rowReader } from './read_rows.ts'

/** Lists of contacts: how they are told from other tables, and what is chosen at first. */
export const contactLists: ListKind = {
  name: 'contacts.import',
  manner: contactManner,
  guess: guessColumns,
  firstOptions: (): ImportOptions => ({
    ownerId: currentActor().id,
    tags: [],
    existing: 'fill',
    consent: { basis: 'unknown', how: null, channels: [], at: null },
  }),
}

export const contactImports: ImportPlace = {
  home: '/app/contacts/imports',
  newOnes: ({ id }) => `/app/contacts?import=${id}`,
  kept: async (importId) =>
    (await keptContacts(importId)).map(({ id, name }) => ({ name, href: `/app/contacts/${id}` })),
}

/** How the workers read the rows of an import's list. */
export function contactReading(run: LongRun, size?: number): ListReading<ReadRow> {
  return { kind: contactLists, run, readerFor, size }
}

async function readerFor(work: BulkWork) {
  const fields = await customFieldsOf('contact')
  const market = marketPack(unit().tenant.market)
  return rowReader(drafterMapping(work.facts as unknown as ImportFacts), { fields, market })
}
