import { CustomField, TimelineEntry } from '#app/records'
import type { Ground, TextField, Write } from '#tests/functional/security/writes'
import { recordDoorWrites } from '#tests/support/record_doors'
import { aboutWrites } from './about_writes.ts'

const aContact = ({ records }: Ground) => ({ id: records.contact })
const ofContact = ({ records }: Ground) => ({ contact_id: records.contact })
const ofRecord = ({ records }: Ground) => ({ subject_id: records.contact, id: records.entry })
const ofBulkAct = ({ records }: Ground) => ({ bulk_act_id: records.bulkAct })
const anImport = ({ records }: Ground) => ({ id: records.import })
const ofImport = ({ records }: Ground) => ({ import_id: records.import })
const ofExport = ({ records }: Ground) => ({ export_id: records.export })

/** A correction is an entry of its own. */
const ofNewest = async ({ agency, records }: Ground) => {
  const newest = () =>
    TimelineEntry.query()
      .where('subject_id', records.contact)
      .whereNot('kind', 'change')
      .orderBy('id', 'desc')
  const { id } = await agency.inUnit(() => newest().firstOrFail())
  return { subject_id: records.contact, id }
}

const ofNewestField = async ({ agency }: Ground) => {
  const newest = () => CustomField.query().orderBy('id', 'desc').firstOrFail()
  const { id } = await agency.inUnit(newest)
  return `/app/settings/custom-fields/${id}/edit`
}

/** An import needs a list in the storage to get any further than its draft. */
const listMissing: Write = { params: ofImport, refused: true }

const tag: TextField = { most: 40, list: true }

const contactTexts: Record<string, TextField> = {
  'firstName': { most: 100 },
  'lastName': { most: 100 },
  'companyName': { most: 200 },
  'jobTitle': { most: 100 },
  'source': { most: 100 },
  'tags[0]': tag,
  'address[line]': { most: 200, list: true },
  'address[city]': { most: 100, list: true },
}

const address = {
  line: '1 Pine Street',
  unit: '2',
  locality: 'Pioneer Square',
  city: 'Seattle',
  state: 'WA',
  postcode: '98101',
}

const contact = async ({ agency }: Ground) => ({
  type: 'person',
  firstName: 'Ada',
  lastName: 'Byron',
  companyName: 'Engines',
  jobTitle: 'Owner',
  phones: [{ number: '+1 206 555 0100', label: 'mobile' }],
  emails: [{ address: 'ada@engines.example', label: 'work' }],
  address,
  kinds: ['buyer'],
  tags: ['spring'],
  source: 'Referral',
  birthday: '1990-12-10',
  ownerId: await agency.memberId('sales_director'),
  teamId: '',
  custom: { canary: 'another' },
  version: 1,
  anyway: true,
})

const entry = {
  kind: 'call',
  happenedAt: '2026-01-02T03:04',
  details: 'Asked for the price',
  outcome: 'positive',
  nextAction: 'Call again',
  nextActionOn: '2027-01-01',
}

const entryTexts = { details: { most: 2_000 }, nextAction: { most: 200 } }

const draft = async ({ agency }: Ground) => ({
  columns: { c0: 'full_name' },
  ownerId: await agency.memberId('principal'),
  tags: ['spring'],
  existing: 'fill',
  basis: 'as_listed',
  how: 'On the form',
  channels: ['call'],
})

const bulkAct = ({ records }: Ground) => ({
  ...{ act: 'tag', ids: [records.contact], all: false, query: '', ownerId: '' },
  tags: 'summer',
})

export { programWrites } from './program_writes.ts'

/** Every change that contacts offer. */
export const writes: Record<string, Write> = {
  'contacts.store': {
    body: contact,
    texts: contactTexts,
    every: true,
    formAt: () => '/app/contacts/create',
  },
  'contacts.update': {
    params: aContact,
    body: contact,
    texts: contactTexts,
    formAt: ({ records }) => `/app/contacts/${records.contact}/edit`,
  },
  'contacts.destroy': { params: aContact },
  'contacts.bulk_acts.store': {
    body: bulkAct,
    texts: { tags: tag },
  },
  'contacts.bulk_acts.run.store': { params: ofBulkAct, refused: true },
  'contacts.bulk_acts.run.destroy': { params: ofBulkAct },
  'contacts.batch_restorations.store': {
    given: `update contacts set deleted_at = date_trunc('milliseconds', now()), deleted_by = (select id from members where role = 'principal')`,
    refused: true,
  },
  'contacts.restoration.store': {
    params: ofContact,
    given: 'update contacts set deleted_at = now()',
  },
  'contacts.archival.store': { params: ofContact, body: () => ({ version: 1 }) },
  'contacts.archival.destroy': {
    params: ofContact,
    given: `update contacts set status = 'archived'`,
    body: () => ({ version: 1 }),
  },
  'contacts.consents.update': {
    params: ({ records }) => ({ contact_id: records.contact, channel: 'email' }),
    body: () => ({ state: 'granted', how: 'On the phone' }),
    texts: { how: { most: 200 } },
  },
  ...aboutWrites,
  'contacts.entries.store': { params: ofRecord, body: () => entry, texts: entryTexts },
  'contacts.entries.update': {
    params: ofNewest,
    body: () => ({ ...entry, version: 1 }),
    texts: entryTexts,
    fresh: true,
  },
  'contacts.entries.destroy': { params: ofRecord },
  'contacts.entries.restoration.store': {
    params: ofRecord,
    given: 'update timeline_entries set deleted_at = now()',
  },
  'contacts.entries.completion.store': { params: ofRecord },
  'contacts.entries.completion.destroy': {
    params: ofRecord,
    given: 'update timeline_entries set next_action_done_at = now()',
  },
  'contacts.entries.postponement.store': {
    params: ofRecord,
    body: () => ({ days: 3, on: '2027-02-01' }),
  },
  'contacts.taps.store': {
    params: ofRecord,
    body: () => ({ kind: 'call', to: '+1 206 555 0100' }),
    texts: { to: { most: 254 } },
    seenAt: ({ records }) => `/app/contacts/${records.contact}`,
  },
  ...recordDoorWrites('contacts', { record: 'contact', entry: 'entry', attachment: 'attachment' }),
  'contacts.tags.update': {
    params: ofRecord,
    body: () => ({ tags: ['winter'] }),
    texts: { 'tags[0]': tag },
  },
  'custom_fields.store': {
    body: () => ({
      subjectType: 'contact',
      kind: 'choice',
      label: 'Size',
      choices: 'one\ntwo',
      required: false,
      position: 3,
    }),
    given: `delete from custom_fields where key <> 'canary'`,
    formAt: () => '/app/settings/custom-fields/create?of=contact',
    seenAt: ofNewestField,
    texts: { label: { most: 60 }, choices: { most: 120, before: 'another\n' } },
  },
  'contacts.imports.store': { refused: true },
  'contacts.imports.update': {
    params: anImport,
    body: draft,
    texts: { 'tags[0]': tag, 'how': { most: 200 } },
    seenAt: ({ records }) => `/app/contacts/imports/${records.import}/edit`,
    keyed: ['columns'],
  },
  'contacts.imports.destroy': { params: anImport },
  'contacts.imports.reading.update': {
    ...listMissing,
    body: () => ({ encoding: 'utf-8', separator: 'comma' }),
  },
  'contacts.imports.rehearsal.store': { params: ofImport, body: draft, keyed: ['columns'] },
  'contacts.imports.rehearsal.destroy': { params: ofImport, idle: true },
  'contacts.imports.run.store': listMissing,
  'contacts.imports.run.destroy': listMissing,
  'contacts.imports.continuation.store': listMissing,
  'contacts.imports.undoing.store': listMissing,
  'contacts.exports.store': { body: () => ({ format: 'csv', query: '' }) },
  'contacts.exports.run.store': { params: ofExport, refused: true },
  'contacts.exports.run.destroy': { params: ofExport, refused: true },
}
