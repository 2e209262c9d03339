import type { HttpContext } from '@adonisjs/core/http'
import { Forbidden, NotHere } from '#kernel/http/errors'
import { restorableSince } from '#kernel/models/soft_deletes'
import { isUuid } from '#kernel/tenancy/names'
import type Contact from './models/contact.ts'
import ContactLink from './models/contact_link.ts'
import ContactRequirement from './models/contact_requirement.ts'
import ContactScore from './models/contact_score.ts'
import { contactInReach } from './reaching.ts'

/** A deleted part, as long as it can come back; or one that is there. */
interface Wish {
  deleted: boolean
}

/** The contact that the address names, for one who may change it. */
export async function contactToChange(ctx: HttpContext): Promise<Contact> {
  const contact = await contactInReach(ctx)
  if (!ctx.staff.actor.reaches('contacts.update', contact)) throw new Forbidden('contacts.update')
  return contact
}

/** Something that this contact looks for. */
export async function requirementOf(
  { params }: HttpContext,
  { id: contactId }: Contact,
  { deleted }: Wish = { deleted: false }
): Promise<ContactRequirement> {
  const id = idFrom(params.requirement_id ?? params.id)
  const query = deleted ? restorable(ContactRequirement.withDeleted()) : ContactRequirement.query()
  return orNotHere(await query.where({ id, contactId }).first())
}

/** An answer of this contact. */
export async function scoreOf(
  { params }: HttpContext,
  { id: contactId }: Contact,
  { deleted }: Wish
): Promise<ContactScore> {
  const id = idFrom(params.score_id ?? params.id)
  const query = deleted ? restorable(ContactScore.withDeleted()) : ContactScore.query()
  return orNotHere(await query.where({ id, contactId }).first())
}

/** A link of this contact, from either side. */
export async function linkOf({ params }: HttpContext, contact: Contact): Promise<ContactLink> {
  return orNotHere(
    await ofEither(ContactLink.query(), contact).where('id', idFrom(params.id)).first()
  )
}

export async function deletedLink({ params }: HttpContext, contact: Contact): Promise<ContactLink> {
  const query = ofEither(restorable(ContactLink.withDeleted()), contact)
  return orNotHere(await query.where('id', idFrom(params.link_id)).first())
}

function ofEither(
  query: ReturnType<typeof ContactLink.withDeleted<typeof ContactLink>>,
  { id }: Contact
) {
  return query.where((either) => void either.where('from_id', id).orWhere('to_id', id))
}

function restorable<Query extends { where(column: string, than: string, day: Date): Query }>(
  query: Query
): Query {
  return query.where('deleted_at', '>', restorableSince().toJSDate())
}

function idFrom(id: unknown): string {
  if (!isUuid(id)) throw new NotHere()
  return id
}

function orNotHere<Row>(row: Row | null): Row {
  if (!row) throw new NotHere()
  return row
}
