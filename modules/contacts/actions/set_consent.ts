import { noteChange } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import type { Channel, Consent } from '../contact_words.ts'
import { tellOf } from '../events/contacts_event.ts'
import ContactsUpdated from '../events/contacts_updated.ts'
import type Contact from '../models/contact.ts'

/** Writes down what a contact agreed to on one channel; the other channels stay as they are. */
export async function setConsent(
  contact: Contact,
  channel: Channel,
  consent: Consent
): Promise<void> {
  await unitSql(
    `update contacts set consent = consent || ?::jsonb, version = version + 1, updated_at = now()
      where id = ?`,
    [JSON.stringify({ [channel]: consent }), contact.id]
  )
  await noteChange(
    'contact',
    [contact.id],
    [
      {
        field: `contacts.consent.of.${channel}`,
        from: contact.consent[channel]?.state ?? 'not_asked',
        to: consent.state,
        words: 'contacts.consent.states',
      },
    ]
  )
  contact.consent = { ...contact.consent, [channel]: consent }
  tellOf(ContactsUpdated, [contact.id])
}
