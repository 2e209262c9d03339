import { Contact } from '#modules/contacts'
import type { Actor } from '#kernel/tenancy/actor'

/**
 * Contacts that the actor may see and that are reached by the same number or address; of a family
 * with one telephone, whoever has the same name comes first.
 */
export async function knownContacts(
  actor: Actor,
  { name, phone, email }: { name: string; phone?: string | null; email?: string | null }
): Promise<Contact[]> {
  const values = [phone, email].flatMap((value) => value || [])
  if (values.length === 0) return []
  return Contact.reachableBy(actor, 'contacts.view')
    .whereRaw(
      'contacts.id in (select contact_id from contact_points where kind in (?, ?) and value = any(?::text[]))',
      ['phone', 'email', values]
    )
    .orderByRaw('lower(contacts.name) = lower(?) desc', [name])
    .orderBy('name')
    .limit(5)
}
