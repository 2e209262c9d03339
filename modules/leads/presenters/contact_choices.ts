import type { HttpContext } from '@adonisjs/core/http'
import { contactInReachOf } from '../actions/link_contact.ts'
import type Lead from '../models/lead.ts'
import { knownContacts } from '../queries/known_contacts.ts'

/** Who a lead may be: the contact that it has, else those who are known by its number or address. */
export async function contactChoices({ staff }: HttpContext, lead: Lead) {
  const linked = lead.contactId ? await contactInReachOf(lead.contactId) : null
  return linked ? [linked] : knownContacts(staff.actor, lead)
}
