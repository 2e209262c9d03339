import type { HttpContext } from '@adonisjs/core/http'
import { inMarket } from '#app/records'
import { refuse } from '#kernel/http/refuse'
import { noteStatus } from '../actions/archive_contacts.ts'
import ContactPolicy from '../policies/contact_policy.ts'
import { contactInReach } from '../reaching.ts'
import { seenValidator } from '../validators/consent.ts'

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
    const { version } = await ctx.request.validateUsing(seenValidator, inMarket(ctx))
    const step = await contact.moveTo(status, { seenVersion: version })
    if (!step.ok)
      return refuse(ctx, { status: 409, key: `contacts.refused.${step.reason}`, facts: step.facts })

    await noteStatus([contact.id], status)
    ctx.session.flash('notice', { key: `contacts.now.${status}`, facts: { name: contact.name } })
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }
}
