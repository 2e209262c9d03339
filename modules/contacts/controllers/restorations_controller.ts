import type { HttpContext } from '@adonisjs/core/http'
import { NotHere } from '#kernel/http/errors'
import { restoreContacts } from '../actions/delete_contacts.ts'
import ContactPolicy from '../policies/contact_policy.ts'
import { batchDeletedBy } from '../queries/deleted_batch.ts'
import { deletedContact } from '../reaching.ts'

/** Deleted contacts come back: one, or a whole batch that the same person has just deleted. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    if (ctx.params.contact_id === undefined) return this.#batch(ctx)
    const contact = await deletedContact(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('delete', contact)
    await restoreContacts([contact.id])
    ctx.session.flash('notice', { key: 'contacts.restored', facts: { name: contact.name } })
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }

  async #batch({ bouncer, request, response, session, staff }: HttpContext) {
    await bouncer.with(ContactPolicy).authorize('deleteAny')
    const ids = await batchDeletedBy(staff.actor, request.input('batch'))
    if (ids.length === 0) throw new NotHere()
    await restoreContacts(ids)
    session.flash('notice', { key: 'contacts.bulk.done.restore', facts: { count: ids.length } })
    return response.redirect().toPath('/app/contacts')
  }
}
