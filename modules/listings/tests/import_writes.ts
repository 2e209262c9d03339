import type { Ground, Write } from '#tests/functional/security/writes'

const anImport = ({ records }: Ground) => ({ id: records.listingImport })
const ofImport = ({ records }: Ground) => ({ import_id: records.listingImport })

const ofExport = ({ records }: Ground) => ({ export_id: records.listingExport })

/** An import needs a list in the storage to get any further than its draft. */
const listMissing: Write = { params: ofImport, refused: true }

const draft = async ({ agency }: Ground) => ({
  columns: { c0: 'title' },
  ownerId: await agency.memberId('principal'),
  existing: 'overwrite',
  type: 'house',
  dealType: 'sale',
})

/** Every change that lists on their way in and out offer. */
export const importWrites: Record<string, Write> = {
  'listings.imports.store': { refused: true },
  'listings.imports.update': { params: anImport, body: draft, keyed: ['columns'] },
  'listings.imports.destroy': { params: anImport },
  'listings.imports.reading.update': {
    ...listMissing,
    body: () => ({ encoding: 'utf-8', separator: 'comma' }),
  },
  'listings.imports.rehearsal.store': { params: ofImport, body: draft, keyed: ['columns'] },
  'listings.imports.rehearsal.destroy': { params: ofImport, idle: true },
  'listings.imports.run.store': listMissing,
  'listings.imports.run.destroy': listMissing,
  'listings.imports.continuation.store': listMissing,
  'listings.imports.undoing.store': listMissing,
  'listings.exports.store': { body: () => ({ format: 'csv', query: '' }) },
  'listings.exports.run.store': { params: ofExport, refused: true },
  'listings.exports.run.destroy': { params: ofExport },
}
