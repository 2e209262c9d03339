import type { BulkWork } from '#app/bulk_works'
import { type ListKind, type ListReading, inOrder } from '#app/imports'
import type { LongRun } from '#kernel/events/listener'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import { rowReader } from '../importing/draft_listing.ts'
import type { ReadRow } from '../importing/fed_listing.ts'
import type { ColumnMapping } from '../importing/listing_fields.ts'
import { guessColumns, listingManner } from '../importing/listing_manner.ts'
import type { ImportFacts, ImportOptions } from './import_options.ts'
import { localMarket } from '../local_market.ts'

/** Lists of listings: how they are told from other tables, and what is chosen at first. */
export const listingLists: ListKind = {
  name: 'listings.import',
  manner: listingManner,
  rows: { table: 'listing_import_rows', record: 'listing_id' },
  guess: guessColumns,
  firstOptions: (): ImportOptions => ({
    ownerId: currentActor().id,
    existing: 'overwrite',
    type: 'house',
    dealType: 'sale',
  }),
}

/** How the workers read the rows of an import's list. */
export function listingReading(run: LongRun, size?: number): ListReading<ReadRow> {
  return { kind: listingLists, run, readerFor, size }
}

async function readerFor(work: BulkWork) {
  const mapping = inOrder(work.facts as unknown as ImportFacts) as ColumnMapping
  return rowReader(mapping, await localMarket())
}

/** Listings that the undoing of an import left, at least in part, as somebody had changed them since. */
export async function keptListings(importId: string) {
  const { rows } = await unitSql<{ id: string; title: string }>(
    `select id, title from listings
      where deleted_at is null
        and id in (select listing_id from listing_import_rows where import_id = ? and undone = 'kept')
      order by lower(title), id limit 500`,
    [importId]
  )
  return rows.map(({ id, title }) => ({ name: title, href: `/app/listings/${id}` }))
}
