import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { restoreContacts } from '../../../actions/delete_contacts.ts'
import ContactPolicy from '../../../policies/contact_policy.ts'
import { apiContact } from '../../../presenters/api_contact.ts'
import { contactInReach, deletedContact } from '../../../reaching.ts'

/** A deleted contact comes back. */
export default class RestorationsController {
  async store(ctx: HttpContext) {
    const deleted = await deletedContact(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('delete', deleted)
    await restoreContacts([deleted.id])
    const contact = await contactInReach(ctx)
    await contact.load('points')
    answerRecord(ctx, apiContact(contact))
  }
}
