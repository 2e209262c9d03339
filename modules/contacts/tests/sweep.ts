import { requestBulkAct } from '#app/bulk_acts'
import { CustomField, WriteEntry, noteChange, retagRecord } from '#app/records'
import { renewDocuments } from '#kernel/search/search_documents'
import { unitSql } from '#kernel/tenancy/sql'
import type { TestAgency } from '#tests/support/agency'
import { givenAttachment, recordDoors } from '#tests/support/record_doors'
import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import { savePoints } from '../actions/save_points.ts'
import Contact from '../models/contact.ts'
import contactSearch from '../search.ts'
import { contactSubject } from '../subject.ts'
import { aboutPolicies, givenAbout } from './about_sweep.ts'
import { givenWorks, importPolicies } from './import_sweep.ts'
import { givenMerge, mergePolicies } from './merge_sweep.ts'

const aContact = (records: SweptRecords) => ({ id: records.contact })
const ofContact = (records: SweptRecords) => ({ contact_id: records.contact })
const aBulkAct = (records: SweptRecords) => ({
  id: records.bulkAct,
  bulk_act_id: records.bulkAct,
})
const ofRecord = (records: SweptRecords) => ({ subject_id: records.contact, id: records.entry })

const view: RoutePolicy = { permission: 'contacts.view' }
const write: RoutePolicy = { permission: 'contacts.update', params: ofRecord }

export const policies: Record<string, RoutePolicy> = {
  'contacts.index': view,
  'contacts.follow_ups.index': view,
  'contacts.show': { ...view, params: aContact },
  'contacts.create': { permission: 'contacts.create' },
  'contacts.store': { permission: 'contacts.create' },
  'contacts.form_rows.show': {
    permission: 'contacts.create',
    params: () => ({ kind: 'phone' }),
  },
  'contacts.edit': { permission: 'contacts.update', params: aContact },
  'contacts.update': { permission: 'contacts.update', params: aContact },
  'contacts.destroy': { permission: 'contacts.delete', params: aContact },
  'contacts.bulk_acts.store': { permission: 'contacts.update' },
  'contacts.bulk_acts.show': { permission: 'contacts.update', params: aBulkAct },
  'contacts.bulk_acts.run.store': { permission: 'contacts.update', params: aBulkAct },
  'contacts.bulk_acts.run.destroy': { permission: 'contacts.update', params: aBulkAct },
  'contacts.batch_restorations.store': { permission: 'contacts.delete' },
  'contacts.restoration.store': { permission: 'contacts.delete', params: ofContact },
  'contacts.archival.store': { permission: 'contacts.update', params: ofContact },
  'contacts.archival.destroy': { permission: 'contacts.update', params: ofContact },
  'contacts.consents.update': {
    permission: 'contacts.update',
    params: (records) => ({ contact_id: records.contact, channel: 'call' }),
  },
  'contacts.entries.store': write,
  'contacts.entries.edit': write,
  'contacts.entries.update': write,
  'contacts.entries.destroy': write,
  'contacts.entries.restoration.store': write,
  'contacts.entries.completion.store': write,
  'contacts.entries.completion.destroy': write,
  'contacts.entries.postponement.store': write,
  'contacts.taps.store': write,
  'contacts.tags.update': write,
  ...recordDoors('contacts', {
    permission: 'contacts.update',
    record: 'contact',
    entry: 'entry',
    attachment: 'attachment',
  }),
  ...mergePolicies,
  ...aboutPolicies,
  ...importPolicies,
  'api.contacts.index': view,
  'api.contacts.store': { permission: 'contacts.create' },
  'api.contacts.show': { ...view, params: aContact },
  'api.contacts.update': { permission: 'contacts.update', params: aContact },
  'api.contacts.destroy': { permission: 'contacts.delete', params: aContact },
  'api.contacts.restoration.store': { permission: 'contacts.delete', params: ofContact },
  'api.contacts.archival.store': { permission: 'contacts.update', params: ofContact },
  'api.contacts.archival.destroy': { permission: 'contacts.update', params: ofContact },
  'api.contacts.timeline.index': { ...view, params: ofRecord },
  'api.contacts.timeline.store': write,
  'api.contacts.tags.store': write,
  'api.contacts.tags.destroy': {
    permission: 'contacts.update',
    params: (records) => ({ subject_id: records.contact, tag: 'none' }),
  },
}

/** A contact whose every text is the canary, with all that can hang on it. */
export async function givenRecords(agency: TestAgency, canary: string): Promise<SweptRecords> {
  return agency.inUnit(async () => {
    await givenField(canary)
    const contact = await Contact.create({ ...textsOf(canary), status: 'active', kinds: [] })
    await savePoints(contact.id, [
      { kind: 'email', value: `${canary}@north.example`, label: canary },
    ])
    const hanging = await givenHanging(contact, canary)
    const works = await givenWorks(canary)
    await givenTraces(canary, { contact: contact.id, ...works })
    const bulkAct = await requestBulkAct(
      'contacts',
      { deed: { act: 'tag', tags: canary }, choice: {} },
      1
    )
    const merged = await givenMerge(contact, canary)
    const about = await givenAbout(contact, canary)
    return { contact: contact.id, bulkAct: bulkAct.id, ...hanging, ...about, ...works, ...merged }
  }, 'principal')
}

/** What any record can have. */
async function givenHanging({ id }: Contact, canary: string): Promise<SweptRecords> {
  await retagRecord(contactSubject.type, id, [canary])
  await contactSubject.touched([id], 'tags')
  const entry = await new WriteEntry().handle(contactSubject, id, {
    kind: 'call',
    details: canary,
    nextAction: canary,
    nextActionOn: '2026-01-01',
  })
  return { entry: entry.id, attachment: await givenAttachment(contactSubject.type, id, canary) }
}

async function givenField(canary: string): Promise<void> {
  await CustomField.create({
    subjectType: contactSubject.type,
    key: 'canary',
    label: canary,
    kind: 'choice',
    choices: [canary, 'another'],
    required: false,
    position: 1,
  })
}

/** What imports, changes and the search keep of the contact. */
async function givenTraces(canary: string, records: SweptRecords): Promise<void> {
  await unitSql('update contacts set external_id = ?, fingerprint = ?, primary_phone = ?', [
    canary,
    canary,
    canary,
  ])
  await unitSql(
    `insert into contact_import_rows (import_id, line, deed, contact_id, name, changes, cells, problems)
     values (?, 2, 'refused', ?, ?, ?, ?, ?)`,
    [
      records.import,
      records.contact,
      canary,
      JSON.stringify({ city: { before: canary, after: null } }),
      JSON.stringify({ [canary]: canary }),
      JSON.stringify([
        { line: 2, severity: 'error', key: 'contacts.import.problems.phone', value: canary },
      ]),
    ]
  )
  const change = { field: 'contacts.fields.city', from: canary, to: canary }
  await noteChange(contactSubject.type, [records.contact], [change])
  await renewDocuments(contactSearch, [records.contact])
}

function textsOf(canary: string) {
  return {
    type: 'person' as const,
    name: canary,
    firstName: canary,
    lastName: canary,
    companyName: canary,
    jobTitle: canary,
    source: canary,
    city: canary,
    address: { line: canary, city: canary },
    custom: { canary },
    consent: { call: { state: 'granted' as const, at: '2026-01-01T00:00:00Z', how: canary } },
    tagNames: [canary],
    primaryEmail: `${canary}@north.example`,
  }
}
