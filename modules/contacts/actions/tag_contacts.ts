import { tagRecords, untagRecords } from '#app/records'
import { tellOf } from '../events/contacts_event.ts'
import ContactsUpdated from '../events/contacts_updated.ts'
import { renewTagCopies } from './renew_copies.ts'

/** Puts these tags on contacts, or takes them off. */
export async function tagContacts(
  ids: string[],
  tags: string[],
  deed: 'tag' | 'untag'
): Promise<void> {
  const change = deed === 'tag' ? tagRecords : untagRecords
  await change('contact', ids, tags)
  await renewTagCopies(ids)
  tellOf(ContactsUpdated, ids)
}
