import type { HttpContext } from '@adonisjs/core/http'
import { inMarket, searchWords } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { linkContacts } from '../actions/link_contacts.ts'
import { linkSides } from '../link_words.ts'
import Contact from '../models/contact.ts'
import { contactsAsked } from '../queries/contact_list.ts'
import { contactToChange, linkOf } from '../reaching_parts.ts'
import { linkValidator } from '../validators/about.ts'

const FOUND = 10

/** Who belongs to a contact: family, employers, colleagues. */
export default class LinksController {
  async create(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const q = searchWords(ctx.request.qs().q)
    const state = { contact, q, sides: linkSides, found: await this.#find(ctx, contact, q) }
    return ctx.view.render('contacts::pages/links/create', state)
  }

  async store(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const { otherId, side } = await ctx.request.validateUsing(linkValidator, inMarket(ctx))
    const other = await Contact.reachableBy(ctx.staff.actor, 'contacts.view')
      .where('id', otherId)
      .first()
    if (!other) throw new NotHere()
    const result = await linkContacts(contact, other, side)
    const key = (reason: string) => `contacts.links.refused.${reason}`
    if (!result.ok) return refuse(ctx, { status: 422, key: key(result.reason), field: 'otherId' })
    ctx.session.flash('notice', { key: 'contacts.links.added', facts: { name: other.name } })
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }

  async destroy(ctx: HttpContext) {
    const contact = await contactToChange(ctx)
    const link = await linkOf(ctx, contact)
    await link.softDelete()
    const url = `/app/contacts/${contact.id}`
    const undo = `${url}/links/${link.id}/restoration`
    ctx.session.flash('notice', { key: 'contacts.links.deleted', undo })
    return ctx.response.redirect().toPath(url)
  }

  async #find({ staff }: HttpContext, { id }: Contact, q: string) {
    if (q === '') return []
    return contactsAsked(
      staff.actor,
      { filters: { q, custom: {} }, status: 'active' },
      'contacts.view'
    )
      .whereNot('contacts.id', id)
      .orderBy('name')
      .limit(FOUND)
  }
}
