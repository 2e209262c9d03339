import { TimelineEntry } from '#app/records'
import type { Ground, TextField, Write } from '#tests/functional/security/writes'
import { recordDoorWrites } from '#tests/support/record_doors'

const ofRecord = ({ records }: Ground) => ({
  subject_id: records.listing,
  id: records.listingEntry,
})

/** A correction is an entry of its own. */
const ofNewest = async ({ agency, records }: Ground) => {
  const newest = () =>
    TimelineEntry.query()
      .where('subject_id', records.listing)
      .whereNot('kind', 'change')
      .orderBy('id', 'desc')
  const { id } = await agency.inUnit(() => newest().firstOrFail())
  return { subject_id: records.listing, id }
}

const tag: TextField = { most: 40, list: true }

const entry = {
  kind: 'call',
  happenedAt: '2026-01-02T03:04',
  details: 'Asked for the price',
  outcome: 'positive',
  nextAction: 'Call again',
  nextActionOn: '2027-01-01',
}

const entryTexts = { details: { most: 2_000 }, nextAction: { most: 200 } }

/** Every change of what hangs on a listing: its timeline and tags. */
export const recordWrites: Record<string, Write> = {
  'listings.entries.store': { params: ofRecord, body: () => entry, texts: entryTexts },
  'listings.entries.update': {
    params: ofNewest,
    body: () => ({ ...entry, version: 1 }),
    texts: entryTexts,
    fresh: true,
  },
  'listings.entries.destroy': { params: ofRecord },
  'listings.entries.restoration.store': {
    params: ofRecord,
    given: 'update timeline_entries set deleted_at = now()',
  },
  'listings.entries.completion.store': { params: ofRecord },
  'listings.entries.completion.destroy': {
    params: ofRecord,
    given: 'update timeline_entries set next_action_done_at = now()',
  },
  'listings.entries.postponement.store': {
    params: ofRecord,
    body: () => ({ days: 3, on: '2027-02-01' }),
  },
  'listings.taps.store': {
    params: ofRecord,
    body: () => ({ kind: 'call', to: '+1 206 555 0100' }),
    texts: { to: { most: 254 } },
    seenAt: ({ records }) => `/app/listings/${records.listing}`,
  },
  ...recordDoorWrites('listings', {
    record: 'listing',
    entry: 'listingEntry',
    attachment: 'listingAttachment',
  }),
  'listings.tags.update': {
    params: ofRecord,
    body: () => ({ tags: ['winter'] }),
    texts: { 'tags[0]': tag },
  },
}
