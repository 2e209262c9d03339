import type { Actor } from '#kernel/tenancy/actor'
import type { BulkChoice } from '../bulk/bulk_deed.ts'
import { contactsAsked, listRequest } from './contact_list.ts'

/** The contacts that a bulk act is about, as far as `permission` reaches and no further. */
export function chosenContacts(actor: Actor, choice: BulkChoice, permission: string) {
  const asked = Object.fromEntries(new URLSearchParams(choice.query ?? ''))
  const { filters, status } = listRequest(asked, actor)
  if (choice.all) return contactsAsked(actor, { status, filters }, permission)
  return contactsAsked(actor, { status, filters: { custom: {} } }, permission).whereIn(
    'contacts.id',
    choice.ids ?? []
  )
}

interface Part {
  /** The id behind which to begin. */
  after?: string | null
  limit: number
}

/** Their ids in one order, so that two acts at once cannot wait for each other. */
export async function idsOf(
  query: ReturnType<typeof chosenContacts>,
  { after, limit }: Part
): Promise<string[]> {
  if (after) query.where('contacts.id', '>', after)
  const rows = await query
    .select('contacts.id')
    .orderBy('contacts.id')
    .limit(limit)
    .pojo<{ id: string }>()
  return rows.map(({ id }) => id)
}

export async function countOf(query: ReturnType<typeof chosenContacts>): Promise<number> {
  const [{ total }] = await query.count('* as total').pojo<{ total: number }>()
  return total
}
