import type { ListQuery } from '#app/exports'
import { type ExportedStory, exportedStory } from '#app/records'
import { unitSql } from '#kernel/tenancy/sql'
import { currentActor } from '#kernel/tenancy/tenancy'
import type Contact from '../models/contact.ts'
import { contactsAsked, listRequest } from '../queries/contact_list.ts'
import { type Place, contactOrder } from '../queries/contact_order.ts'

const PAGE = 500

export interface OwnerNamed {
  name: string
  email: string
}

/** Some contacts with everything that an export tells of them. */
export interface ExportPage extends ExportedStory {
  contacts: Contact[]
  next: ExportPlace
  owners: Map<string, OwnerNamed>
}

/** The row behind which the next page begins. */
export type ExportPlace = Place['cursor']

/** How many contacts the current actor would export. */
export async function countAsked(query: ListQuery): Promise<number> {
  const [{ total }] = await asked(query).contacts.count('* as total').pojo<{ total: number }>()
  return Number(total)
}

/** The next page in the order of the list. */
export async function exportPage(
  query: ListQuery,
  after: ExportPlace,
  most = PAGE
): Promise<ExportPage> {
  const { contacts: found, place } = asked(query)
  contactOrder.arrange(found, { ...place, cursor: after, backwards: false })
  const contacts = await found
    .joinRaw('left join members as owner on owner.id = contacts.owner_id')
    .select('contacts.*')
    .select(found.client.raw(`${contactOrder.keyOf(place)} as sort_key`))
    .preload('points')
    .limit(most)
  const ids = contacts.map(({ id }) => id)
  return {
    contacts,
    next: placeOf(contacts.at(-1)),
    owners: await ownersOf(contacts),
    ...(await exportedStory('contact', ids)),
  }
}

function placeOf(contact: Contact | undefined): ExportPlace {
  if (!contact) return null
  return { key: contact.$extras.sort_key as string, id: contact.id, position: 0 }
}

/** The list as its address asks for it, as far as this person may export. */
function asked(query: ListQuery) {
  const actor = currentActor()
  const request = listRequest(query, actor)
  return { contacts: contactsAsked(actor, request, 'contacts.export'), place: request.place }
}

async function ownersOf(contacts: Contact[]): Promise<Map<string, OwnerNamed>> {
  const ids = [...new Set(contacts.flatMap(({ ownerId }) => ownerId ?? []))]
  const { rows } = await unitSql<OwnerNamed & { id: string }>(
    'select id, name, email from members where id = any(?)',
    [ids]
  )
  return new Map(rows.map(({ id, name, email }) => [id, { name, email }]))
}
