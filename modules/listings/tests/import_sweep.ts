import { requestBulkAct } from '#app/bulk_acts'
import { BulkWork } from '#app/bulk_works'
import { requestSheet } from '#app/exports'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

const imports: RoutePolicy = { permission: 'listings.import' }
const draft: RoutePolicy = { ...imports, params: ({ listingImport: id }) => ({ id }) }
const part: RoutePolicy = {
  ...imports,
  params: ({ listingImport }) => ({ import_id: listingImport }),
}

const exports: RoutePolicy = { permission: 'listings.export' }
const anExport: RoutePolicy = {
  ...exports,
  params: ({ listingExport }) => ({ export_id: listingExport }),
}

export const importPolicies: Record<string, RoutePolicy> = {
  'listings.imports.index': imports,
  'listings.imports.create': imports,
  'listings.imports.store': imports,
  'listings.imports.show': draft,
  'listings.imports.edit': draft,
  'listings.imports.update': draft,
  'listings.imports.destroy': draft,
  'listings.imports.reading.update': part,
  'listings.imports.rehearsal.store': part,
  'listings.imports.rehearsal.destroy': part,
  'listings.imports.run.store': part,
  'listings.imports.run.destroy': part,
  'listings.imports.continuation.store': part,
  'listings.imports.undoing.store': part,
  'listings.imports.refusals.index': part,
  'listings.exports.index': exports,
  'listings.exports.store': exports,
  'listings.exports.show': { ...exports, params: ({ listingExport: id }) => ({ id }) },
  'listings.exports.run.store': anExport,
  'listings.exports.run.destroy': anExport,
}

/** Works whose every text is the canary. */
export async function givenWorks(canary: string): Promise<SweptRecords> {
  return {
    listingImport: await givenImport(canary),
    listingExport: await givenSheet(canary),
    listingBulkAct: await givenBulkAct(canary),
  }
}

async function givenImport(canary: string): Promise<string> {
  const { id } = await BulkWork.create({
    kind: 'listings.import',
    state: 'draft',
    ownerId: currentActor().id,
    facts: {
      fileName: `${canary}.csv`,
      format: 'csv',
      columns: [canary],
      sample: [{ line: 2, cells: { [canary]: canary } }],
      mapping: { [canary]: 'title' },
      options: {
        ownerId: currentActor().id,
        existing: 'fill',
        type: 'house',
        dealType: 'sale',
      },
      revision: 1,
    },
    rowsDone: 0,
    counts: {},
  })
  return id
}

async function givenBulkAct(canary: string): Promise<string> {
  const order = { deed: { act: 'tag', tags: canary }, choice: {} }
  return (await requestBulkAct('listings', order, 1)).id
}

async function givenSheet(canary: string): Promise<string> {
  const facts = { format: 'csv', query: { q: canary }, fileName: `${canary}.csv` } as const
  return (await requestSheet('listings', facts, 2_000)).id
}

/** What a list left behind. */
export async function givenImportTraces(canary: string, listingId: string): Promise<void> {
  await unitSql('update listings set external_id = ? where id = ?', [canary, listingId])
  await unitSql(
    `insert into listing_photo_sources (listing_id, url, state, reason) values (?, ?, 'refused', ?)`,
    [listingId, canary, canary]
  )
  await unitSql(
    `insert into listing_import_rows (import_id, line, deed, listing_id, name, undone, changes, cells, problems)
     select ?, 1, 'updated', ?, ?, 'kept', said, said, said from (select jsonb_build_object('title', ?::text) as said) as it`,
    [listingId, listingId, canary, canary]
  )
}
