import { BulkWork } from '#app/bulk_works'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

const imports: RoutePolicy = { permission: 'contacts.import' }
const anImport = (records: SweptRecords) => ({ id: records.import })
const ofImport = (records: SweptRecords) => ({ import_id: records.import })
const draft: RoutePolicy = { ...imports, params: anImport }
const part: RoutePolicy = { ...imports, params: ofImport }
const exports: RoutePolicy = { permission: 'contacts.export' }

export const importPolicies: Record<string, RoutePolicy> = {
  'contacts.imports.index': imports,
  'contacts.imports.create': imports,
  'contacts.imports.store': imports,
  'contacts.imports.show': draft,
  'contacts.imports.edit': draft,
  'contacts.imports.update': draft,
  'contacts.imports.destroy': draft,
  'contacts.imports.reading.update': part,
  'contacts.imports.rehearsal.store': part,
  'contacts.imports.rehearsal.destroy': part,
  'contacts.imports.run.store': part,
  'contacts.imports.run.destroy': part,
  'contacts.imports.continuation.store': part,
  'contacts.imports.undoing.store': part,
  'contacts.imports.refusals.index': part,
  'contacts.exports.index': exports,
  'contacts.exports.store': exports,
  'contacts.exports.show': { ...exports, params: ({ export: id }) => ({ id }) },
  'contacts.exports.run.store': { ...exports, params: ({ export: id }) => ({ export_id: id }) },
  'contacts.exports.run.destroy': { ...exports, params: ({ export: id }) => ({ export_id: id }) },
}

/** An import and an export whose every text is the canary. */
export async function givenWorks(canary: string): Promise<SweptRecords> {
  const importWork = await givenWork('contacts.import', {
    fileName: `${canary}.csv`,
    format: 'csv',
    columns: [canary],
    sample: [{ line: 2, cells: { [canary]: canary } }],
    mapping: { [canary]: 'full_name' },
    options: {
      ownerId: currentActor().id,
      tags: [canary],
      existing: 'fill',
      consent: { basis: 'as_listed', how: canary, channels: [], at: null },
    },
    revision: 1,
  })
  const exportWork = await givenWork('contacts.export', {
    fileName: `${canary}.csv`,
    format: 'csv',
    query: {},
  })
  return { import: importWork.id, export: exportWork.id }
}

function givenWork(kind: string, facts: Record<string, unknown>): Promise<BulkWork> {
  return BulkWork.create({
    kind,
    state: 'draft',
    ownerId: currentActor().id,
    facts,
    rowsDone: 0,
    counts: {},
  })
}
