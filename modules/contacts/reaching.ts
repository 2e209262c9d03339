import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { restorableSince } from '#kernel/models/soft_deletes'
import { narrowToReach } from '#kernel/models/reachable'
import { isUuid } from '#kernel/tenancy/names'
import Contact from './models/contact.ts'
import ContactMerge from './models/contact_merge.ts'

/** The contact that the address names, if this person may see it; else nothing lives there. */
export async function contactInReach({ params, staff }: HttpContext): Promise<Contact> {
  const id = params.contact_id ?? params.id
  if (!isUuid(id)) throw new NotHere()
  const contact = await Contact.reachableBy(staff.actor, 'contacts.view').where('id', id).first()
  if (!contact) throw new NotHere()
  return contact
}

/** The contact that the address names, or the one into which it was merged: then the address leads there. */
export async function contactOrSurvivor(ctx: HttpContext): Promise<Contact> {
  const contact = await survivorInReach(ctx)
  if (!contact) throw new NotHere()
  return contact
}

/** At the end of the chain, as far as this person sees it. */
async function survivorInReach({ params, staff }: HttpContext): Promise<Contact | null> {
  if (!isUuid(params.id)) return null
  return Contact.reachableBy(staff.actor, 'contacts.view')
    .whereRaw(
      `contacts.id in (with recursive trail as (
         select id, merged_into from contacts where id = ?
         union select contacts.id, contacts.merged_into from contacts join trail on contacts.id = trail.merged_into)
       select id from trail)`,
      [params.id]
    )
    .first()
}

/** A contact that this person may take into another, or another into it. */
export async function mergeableContact({ staff }: HttpContext, id: unknown): Promise<Contact> {
  if (!isUuid(id)) throw new NotHere()
  const contact = await Contact.reachableBy(staff.actor, 'contacts.view').where('id', id).first()
  if (!contact) throw new NotHere()
  if (!staff.actor.reaches('contacts.merge', contact)) throw new Forbidden('contacts.merge')
  return contact
}

/** A deleted contact, as long as it can be restored. */
export async function deletedContact({ params, staff }: HttpContext): Promise<Contact> {
  if (!isUuid(params.contact_id)) throw new NotHere()
  const contact = await narrowToReach(Contact.withDeleted(), staff.actor, 'contacts.view')
    .where('contacts.id', params.contact_id)
    .whereNull('contacts.merged_into')
    .where('contacts.deleted_at', '>', restorableSince().toJSDate())
    .first()
  if (!contact) throw new NotHere()
  return contact
}

/** A merge, for one who may merge both: the survivor, and the one that it took in. */
export async function mergeInReach(
  ctx: HttpContext
): Promise<{ merge: ContactMerge; survivor: Contact }> {
  const survivor = await mergeableContact(ctx, ctx.params.contact_id)
  const id = ctx.params.merge_id ?? ctx.params.id
  const merge = isUuid(id)
    ? await ContactMerge.query().where({ id, survivorId: survivor.id }).first()
    : null
  const taken = merge && (await Contact.withDeleted().where('id', merge.mergedId).first())
  if (!taken) throw new NotHere()
  const { actor } = ctx.staff
  if (!actor.reaches('contacts.view', taken)) throw new NotHere()
  if (!actor.reaches('contacts.merge', taken)) throw new Forbidden('contacts.merge')
  return { merge, survivor }
}
