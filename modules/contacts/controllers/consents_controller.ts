import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { inMarket } from '#app/records'
import { NotHere } from '#kernel/http/errors'
import { setConsent } from '../actions/set_consent.ts'
import { channels } from '../contact_words.ts'
import ContactPolicy from '../policies/contact_policy.ts'
import { consentViews } from '../presenters/consent_view.ts'
import { contactInReach } from '../reaching.ts'
import { consentValidator } from '../validators/consent.ts'

/** What a contact agreed to, channel by channel. */
export default class ConsentsController {
  async update(ctx: HttpContext) {
    const contact = await contactInReach(ctx)
    await ctx.bouncer.with(ContactPolicy).authorize('update', contact)
    const channel = channels.find((known) => known === ctx.params.channel)
    if (!channel) throw new NotHere()
    const { state, how } = await ctx.request.validateUsing(consentValidator, inMarket(ctx))

    const at = state === 'not_asked' ? null : DateTime.utc().toISO()
    await setConsent(contact, channel, { state, at, how: how ?? null })
    if (ctx.request.wantsFragment())
      return ctx.view.render('contacts::partials/consents', {
        consents: consentViews(ctx, contact),
      })
    ctx.session.flash('notice', 'contacts.consent.saved')
    return ctx.response.redirect().toPath(`/app/contacts/${contact.id}`)
  }
}
