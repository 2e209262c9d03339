import type { Actor } from '#kernel/tenancy/actor'
import { contactsAsked, listRequest } from './contact_list.ts'

interface Choice {
  ids?: string[] | null
  all?: boolean | null
  /** The address of the list from which they were chosen. */
  query?: string | null
}

/** The ids that a bulk act is about, as far as `permission` reaches and no further. */
export async function chosenContacts(
  actor: Actor,
  { ids, all, query }: Choice,
  permission: string
): Promise<string[]> {
  const { filters, status } = listRequest(
    Object.fromEntries(new URLSearchParams(query ?? '')),
    actor
  )
  const asked = contactsAsked(
    actor,
    { status, filters: all ? filters : { custom: {} } },
    permission
  )
  if (!all) asked.whereIn('contacts.id', ids ?? [])
  // In one order, so that two bulk acts at once cannot wait for each other.
  const rows = await asked.select('contacts.id').orderBy('contacts.id').pojo<{ id: string }>()
  return rows.map(({ id }) => id)
}
