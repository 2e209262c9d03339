import { type BulkWork } from '#app/bulk_works'
import { type ListKind, type ListReading } from '#app/imports'
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
  rows: { table: 'contact_import_rows', record: 'contact_id' },
  guess: guessColumns,
  firstOptions: (): ImportOptions => ({
    ownerId: currentActor().id,
    tags: [],
    existing: 'fill',
    consent: { basis: 'unknown', how: null, channels: [], at: null },
  }),
}

/** Contacts that the undoing of an import left, with where they stand. */
export async function keptOnes(importId: string) {
  const kept = await keptContacts(importId)
  return kept.map(({ id, name }) => ({ name, href: `/app/contacts/${id}` }))
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
