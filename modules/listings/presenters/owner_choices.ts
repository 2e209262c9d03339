import type { HttpContext } from '@adonisjs/core/http'
import { searchWords } from '#app/records'
import { unit } from '#kernel/tenancy/tenancy'
import { isUuid } from '#kernel/tenancy/names'
import { Contact } from '#modules/contacts'

const MOST = 8

export interface OwnerChoice {
  id: string
  name: string
  detail: string
}

/** The contacts among which the owner of a property is looked for. */
export async function foundOwners({ staff }: HttpContext, typed: unknown): Promise<OwnerChoice[]> {
  const words = searchWords(typed).toLowerCase()
  if (words === '') return []
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const contacts = await Contact.reachableBy(staff.actor, 'contacts.view')
    .where('status', 'active')
    .whereRaw('contacts.search_text like ?', [like])
    .orderByRaw('lower(contacts.name), contacts.id')
    .limit(MOST)
  return contacts.map(choiceOf)
}

/** The owner that stands in the form, where this person may see them. */
export async function ownerNamed({ staff }: HttpContext, id: unknown): Promise<OwnerChoice | null> {
  if (!isUuid(id)) return null
  const contact = await Contact.reachableBy(staff.actor, 'contacts.view').where('id', id).first()
  return contact ? choiceOf(contact) : null
}

function choiceOf({ id, name, primaryPhone, primaryEmail, city }: Contact): OwnerChoice {
  return { id, name, detail: [primaryPhone ?? primaryEmail, city].filter(Boolean).join(' · ') }
}

/** Without scripts the form itself is sent to look for an owner. */
export function isLookingForOwner({ request }: HttpContext): boolean {
  return request.input('find') === 'owner'
}

/** The form again with everything that was typed, and the contacts that were found. */
export function formAgainWithOwners({ response, session }: HttpContext) {
  unit().refuse()
  session.flashAll()
  return response.redirect().back()
}
