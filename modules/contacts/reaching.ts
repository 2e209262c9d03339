import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { restorableSince } from '#kernel/models/soft_deletes'
import { narrowToReach } from '#kernel/models/reachable'
import { isUuid } from '#kernel/tenancy/names'
import Contact from './models/contact.ts'

/** The contact that the address names, if this person may see it; else nothing lives there. */
export async function contactInReach({ params, staff }: HttpContext): Promise<Contact> {
  const id = params.contact_id ?? params.id
  if (!isUuid(id)) throw new NotHere()
  const contact = await Contact.reachableBy(staff.actor, 'contacts.view').where('id', id).first()
  if (!contact) throw new NotHere()
  return contact
}

/** A deleted contact, as long as it can be restored. */
export async function deletedContact({ params, staff }: HttpContext): Promise<Contact> {
  if (!isUuid(params.contact_id)) throw new NotHere()
  const contact = await narrowToReach(Contact.withDeleted(), staff.actor, 'contacts.view')
    .where('contacts.id', params.contact_id)
    .where('contacts.deleted_at', '>', restorableSince().toJSDate())
    .first()
  if (!contact) throw new NotHere()
  return contact
}
