import type { RoutePolicy, SweptRecords } from '#tests/support/sweep'
import { MergeContacts } from '../actions/merge_contacts.ts'
import { unitSql } from '#kernel/tenancy/sql'
import Contact from '../models/contact.ts'
import ContactPair from '../models/contact_pair.ts'

const ofContact = (records: SweptRecords) => ({ contact_id: records.contact, id: records.merge })
const ofMerge = (records: SweptRecords) => ({
  contact_id: records.contact,
  merge_id: records.merge,
})
const ofPair = (records: SweptRecords) => ({ pair_id: records.pair })

const merge: RoutePolicy = { permission: 'contacts.merge' }

export const mergePolicies: Record<string, RoutePolicy> = {
  'contacts.likenesses.index': { permission: 'contacts.create' },
  'contacts.duplicates.index': merge,
  'contacts.duplicate_search.store': merge,
  'contacts.dismissal.store': { ...merge, params: ofPair },
  'contacts.dismissal.destroy': { ...merge, params: ofPair },
  'contacts.merges.create': { ...merge, params: ofContact },
  'contacts.merges.store': { ...merge, params: ofContact },
  'contacts.merges.show': { ...merge, params: ofContact },
  'contacts.merges.undoing.store': { ...merge, params: ofMerge },
}

/** Somebody whom the contact took in, and somebody who looks like it. */
export async function givenMerge(contact: Contact, canary: string): Promise<SweptRecords> {
  const other = await namesake(contact, canary)
  const alike = await namesake(contact, canary)
  const survivor = await Contact.findOrFail(contact.id)
  const result = await new MergeContacts().handle(
    { contact: survivor, version: survivor.version },
    { contact: other, version: other.version },
    { source: 'other' }
  )
  if (!result.ok) throw new Error(result.reason)
  await result.value.merge({ kept: [`custom.${canary}`] }).save()
  await asBefore(contact, canary)
  const [firstId, secondId] = [contact.id, alike.id].toSorted()
  const likeness = { score: 80, reasons: ['name' as const], state: 'open' as const }
  const pair = await ContactPair.create({ firstId, secondId, ...likeness })
  return { merge: result.value.id, pair: pair.id, alike: alike.id }
}

function namesake({ ownerId }: Contact, canary: string): Promise<Contact> {
  return Contact.create({
    ...{ type: 'person', status: 'active', kinds: [], address: {}, consent: {}, custom: {} },
    ...{ name: canary, source: `${canary} once`, tagNames: [`${canary} too`], ownerId },
  })
}

/** The other changes of the sweep begin with the contact's first version. */
async function asBefore({ id }: Contact, canary: string): Promise<void> {
  await unitSql('update contacts set version = 1, primary_phone = ? where id = ?', [canary, id])
}
