import type { Actor } from '#kernel/tenancy/actor'
import type { PointDraft } from '../contact_draft.ts'
import Contact from '../models/contact.ts'

/** Contacts that the actor may see and that are reached by the same number or address. */
export async function duplicatesOf(actor: Actor, points: PointDraft[]): Promise<Contact[]> {
  if (points.length === 0) return []
  return Contact.reachableBy(actor, 'contacts.view')
    .whereRaw(
      `contacts.id in (select contact_id from contact_points
         join unnest(?::text[], ?::text[]) as wanted(kind, value) using (kind, value))`,
      [points.map(({ kind }) => kind), points.map(({ value }) => value)]
    )
    .orderBy('name')
    .limit(5)
}
