import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { inMarket } from '#app/records'
import { Forbidden } from '#kernel/http/errors'
import { refuse } from '#kernel/http/refuse'
import { archiveContacts } from '../actions/archive_contacts.ts'
import { assignContacts } from '../actions/assign_contacts.ts'
import { deleteContacts, restoreContacts } from '../actions/delete_contacts.ts'
import { tagContacts } from '../actions/tag_contacts.ts'
import { chosenContacts } from '../queries/chosen_contacts.ts'
import { type bulkActs, bulkValidator } from '../validators/bulk.ts'

type Act = (typeof bulkActs)[number]
type Sent = Infer<typeof bulkValidator>

/** What each act asks for; it also says how far the act reaches. */
const permissions: Record<Act, string> = {
  assign: 'contacts.assign',
  tag: 'contacts.update',
  untag: 'contacts.update',
  archive: 'contacts.update',
  unarchive: 'contacts.update',
  delete: 'contacts.delete',
  restore: 'contacts.delete',
}

/** One act on many contacts: those that were chosen, or all that the filters match. */
export default class BulkActsController {
  async store(ctx: HttpContext) {
    const { request, response, session, staff } = ctx
    if (!staff.actor.can('contacts.update')) throw new Forbidden('contacts.update')
    const sent = await request.validateUsing(bulkValidator, inMarket(ctx))
    const permission = permissions[sent.act]
    if (!staff.actor.can(permission)) throw new Forbidden(permission)

    const ids = await chosenContacts(staff.actor, sent, permission)
    if (ids.length === 0) return refuse(ctx, { status: 422, key: 'contacts.bulk.none' })
    const notice = await this.#act(ids, sent)
    if (!notice) return refuse(ctx, { status: 422, key: 'contacts.refused.not_assignable' })
    session.flash('notice', notice)
    return response.redirect().toPath(`/app/contacts${sent.query ? `?${sent.query}` : ''}`)
  }

  /** The words for what was done, with the way back where there is one. */
  async #act(ids: string[], sent: Sent) {
    const count = ids.length
    if (sent.act === 'assign') {
      const result = await assignContacts(ids, sent.ownerId!)
      return result.ok
        ? { key: 'contacts.bulk.assigned', facts: { count, name: result.value.name } }
        : null
    }
    if (sent.act === 'delete') {
      const undo = `/app/contacts/restorations?batch=${await deleteContacts(ids)}`
      return { key: 'contacts.bulk.deleted', facts: { count }, undo }
    }
    await this.#change(ids, sent)
    return { key: `contacts.bulk.done.${sent.act}`, facts: { count, tag: sent.tags ?? '' } }
  }

  async #change(ids: string[], { act, tags }: Sent): Promise<void> {
    if (act === 'restore') await restoreContacts(ids)
    else if (act === 'tag' || act === 'untag') await tagContacts(ids, [tags!], act)
    else await archiveContacts(ids, act === 'archive' ? 'archived' : 'active')
  }
}
