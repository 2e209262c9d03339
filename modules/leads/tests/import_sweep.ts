import { BulkWork } from '#app/bulk_works'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'

const imports: RoutePolicy = { permission: 'leads.import' }
const draft: RoutePolicy = { ...imports, params: ({ leadImport: id }) => ({ id }) }
const part: RoutePolicy = {
  ...imports,
  params: ({ leadImport }) => ({ import_id: leadImport }),
}

export const importPolicies: Record<string, RoutePolicy> = {
  'leads.imports.index': imports,
  'leads.imports.create': imports,
  'leads.imports.store': imports,
  'leads.imports.show': draft,
  'leads.imports.edit': draft,
  'leads.imports.update': draft,
  'leads.imports.destroy': draft,
  'leads.imports.reading.update': part,
  'leads.imports.rehearsal.store': part,
  'leads.imports.rehearsal.destroy': part,
  'leads.imports.run.store': part,
  'leads.imports.run.destroy': part,
  'leads.imports.continuation.store': part,
  'leads.imports.undoing.store': part,
  'leads.imports.refusals.index': part,
}

/** An import whose every text is the canary. */
export async function givenImport(canary: string): Promise<SweptRecords> {
  const work = await BulkWork.create({
    kind: 'leads.import',
    state: 'draft',
    ownerId: currentActor().id,
    facts: {
      fileName: `${canary}.csv`,
      format: 'csv',
      columns: [canary],
      sample: [{ line: 2, cells: { [canary]: canary } }],
      mapping: { [canary]: 'name' },
      options: { ownerId: currentActor().id, source: canary },
      revision: 1,
    },
    rowsDone: 0,
    counts: {},
  })
  return { leadImport: work.id }
}

/** What a list left behind. */
export async function givenImportTraces(canary: string, leadId: string): Promise<void> {
  await unitSql(
    `insert into lead_import_rows (import_id, line, deed, lead_id, undone, changes, cells, problems)
     select ?, 1, 'updated', ?, 'kept', said, said, said from (select jsonb_build_object('message', ?::text) as said) as it`,
    [leadId, leadId, canary]
  )
  await unitSql(`insert into lead_lookups (lead_id, part, asked) values (?, 'phone', ?)`, [
    leadId,
    canary,
  ])
  await unitSql(
    'insert into lead_fingerprints (fingerprint, lead_id, import_id) values (?, ?, ?)',
    [canary, leadId, leadId]
  )
}
