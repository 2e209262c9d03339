import type { HttpContext } from '@adonisjs/core/http'
import { answerRecord } from '#kernel/api/answers'
import { stale, versionSeen } from '#kernel/api/etags'
import { refuse } from '#kernel/http/refuse'
import { noteStatus } from '../../../actions/archive_contacts.ts'
import ContactPolicy from '../../../policies/contact_policy.ts'
import { apiContact } from '../../../presenters/api_contact.ts'
import { contactInReach } from '../../../reaching.ts'

/** A contact is put aside, or taken back. */
export default class ArchivalsController {
  async store(ctx: HttpContext) {
    return this.#move(ctx, 'archived')
  }

  async destroy(ctx: HttpContext) {
    return this.#move(ctx, 'active')
  }

  async #move(ctx: HttpContext, status: 'archived' | 'active') {
    const contact = await contactInReach(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('update', contact)
    const seenVersion = versionSeen(ctx, contact)
    const step = await contact.moveTo(status, { seenVersion })
    if (!step.ok && step.reason === 'stale') throw stale(seenVersion + 1)
    if (!step.ok)
      return refuse(ctx, { status: 409, key: `contacts.refused.${step.reason}`, facts: step.facts })

    await noteStatus([contact.id], status)
    await contact.refresh()
    await contact.load('points')
    answerRecord(ctx, apiContact(contact))
  }
}
