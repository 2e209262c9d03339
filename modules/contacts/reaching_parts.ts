import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { restorableSince } from '#kernel/models/soft_deletes'
import { isUuid } from '#kernel/tenancy/names'
import type Contact from './models/contact.ts'
import ContactRequirement from './models/contact_requirement.ts'
import { contactInReach } from './reaching.ts'

/** The contact that the address names, for one who may change it. */
export async function contactToChange(ctx: HttpContext): Promise<Contact> {
  const contact = await contactInReach(ctx)
  if (!ctx.staff.actor.reaches('contacts.update', contact)) throw new Forbidden('contacts.update')
  return contact
}

/** Something that this contact looks for. */
export async function requirementOf(
  { params }: HttpContext,
  { id: contactId }: Contact
): Promise<ContactRequirement> {
  const id = params.requirement_id ?? params.id
  const requirement = isUuid(id)
    ? await ContactRequirement.query().where({ id, contactId }).first()
    : null
  if (!requirement) throw new NotHere()
  return requirement
}

/** Something that it looked for, as long as it can come back. */
export async function deletedRequirement(
  { params }: HttpContext,
  { id: contactId }: Contact
): Promise<ContactRequirement> {
  const { requirement_id: id } = params
  if (!isUuid(id)) throw new NotHere()
  const requirement = await ContactRequirement.withDeleted()
    .where({ id, contactId })
    .where('deleted_at', '>', restorableSince().toJSDate())
    .first()
  if (!requirement) throw new NotHere()
  return requirement
}
