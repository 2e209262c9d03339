import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { isUuid } from '#kernel/tenancy/names'
import { Contact } from '#modules/contacts'
import ListingPolicy from '../policies/listing_policy.ts'
import { contactListingsView } from '../presenters/contact_listings.ts'

/** What a contact sells or lets through the agency. */
export default class ContactListingsController {
  async index(ctx: HttpContext) {
    const { bouncer, params, staff, view, request } = ctx
    const id = params.contact_id
    const contact = isUuid(id)
      ? await Contact.reachableBy(staff.actor, 'contacts.view').where('id', id).first()
      : null
    if (!contact) throw new NotHere()
    await bouncer.with(ListingPolicy).authorize('viewAny')
    const listings = await contactListingsView(ctx, contact.id)
    const page = request.wantsFragment() ? 'partials/of_contact' : 'pages/listings/of_contact'
    return view.render(`listings::${page}`, { listings, contact })
  }
}
