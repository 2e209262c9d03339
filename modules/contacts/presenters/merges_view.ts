import type { HttpContext } from '@adonisjs/core/http'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type Contact from '../models/contact.ts'
import ContactMerge from '../models/contact_merge.ts'

/** Whom a contact took in and has not been parted from, for those who may part them again. */
export async function mergesView({ staff, tenant }: HttpContext, contact: Contact) {
  if (!staff.actor.reaches('contacts.merge', contact)) return []
  const merges = await ContactMerge.query()
    .where('survivor_id', contact.id)
    .whereNull('undone_at')
    .orderBy('id', 'desc')
    .limit(20)
  return merges.map(({ id, mergedName, createdAt }) => ({
    name: mergedName,
    when: momentOf(createdAt, tenant as TenantSnapshot).said,
    url: `/app/contacts/${contact.id}/merges/${id}`,
  }))
}
