import type { Ground, Write } from '#tests/functional/security/writes'

const anImport = ({ records }: Ground) => ({ id: records.leadImport })
const ofImport = ({ records }: Ground) => ({ import_id: records.leadImport })

/** An import needs a list in the storage to get any further than its draft. */
const listMissing: Write = { params: ofImport, refused: true }

const draft = async ({ agency }: Ground) => ({
  columns: { c0: 'name' },
  ownerId: await agency.memberId('principal'),
  source: 'referral',
})

/** Every change that imports of leads offer. */
export const importWrites: Record<string, Write> = {
  'leads.imports.store': { refused: true },
  'leads.imports.update': { params: anImport, body: draft, keyed: ['columns'] },
  'leads.imports.destroy': { params: anImport },
  'leads.imports.reading.update': {
    ...listMissing,
    body: () => ({ encoding: 'utf-8', separator: 'comma' }),
  },
  'leads.imports.rehearsal.store': { params: ofImport, body: draft, keyed: ['columns'] },
  'leads.imports.rehearsal.destroy': { params: ofImport, idle: true },
  'leads.imports.run.store': listMissing,
  'leads.imports.run.destroy': listMissing,
  'leads.imports.continuation.store': listMissing,
  'leads.imports.undoing.store': listMissing,
}
