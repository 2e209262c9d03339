import type { BulkChoice } from '#app/bulk_acts'
import { askedBy } from '#kernel/lists/asked_by'
import type { Actor } from '#kernel/tenancy/actor'
import { contactsAsked, listRequest } from './contact_list.ts'

/** The contacts that a bulk act is about, as far as `permission` reaches and no further. */
export function chosenContacts(actor: Actor, choice: BulkChoice, permission: string) {
  const { filters, status } = listRequest(askedBy(choice.query ?? ''), actor)
  if (choice.all) return contactsAsked(actor, { status, filters }, permission)
  return contactsAsked(actor, { status, filters: { custom: {} } }, permission).whereIn(
    'contacts.id',
    choice.ids ?? []
  )
}
