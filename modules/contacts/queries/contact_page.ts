import { cursorAt } from '#kernel/lists/keyset'
import type { Actor } from '#kernel/tenancy/actor'
import type Contact from '../models/contact.ts'
import { type ListRequest, contactsAsked } from './contact_list.ts'
import { contactOrder } from './contact_order.ts'

interface ContactsPage {
  contacts: Contact[]
  next: string | null
}

/** A page of whole contacts with their points, for programs: two queries, however many they are. */
export async function contactPage(
  actor: Actor,
  request: ListRequest,
  limit: number
): Promise<ContactsPage> {
  const query = contactsAsked(actor, request, 'contacts.view')
  contactOrder.arrange(query, request.place)
  const found = await query
    .joinRaw('left join members as owner on owner.id = contacts.owner_id')
    .select('contacts.*')
    .select(query.client.raw(`${contactOrder.keyOf(request.place)} as sort_key`))
    .preload('points')
    .limit(limit + 1)
  const contacts = found.slice(0, limit)
  const hasMore = found.length > limit
  return { contacts, next: hasMore ? cursorOf(contacts[contacts.length - 1]) : null }
}

function cursorOf({ id, $extras }: Contact): string {
  return cursorAt({ id, sort_key: String($extras.sort_key) }, 0)
}
