import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { momentOf } from '#app/records'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { channels, consentStates } from '../contact_words.ts'
import type Contact from '../models/contact.ts'

const tones = { granted: 'success', refused: 'error', not_asked: undefined }

/** What the contact agreed to, channel by channel, with when and how. */
export function consentViews(ctx: HttpContext, contact: Contact) {
  return channels.map((channel) => {
    const { state, at, how } = contact.consent[channel] ?? NOT_ASKED
    return {
      channel,
      state,
      how,
      tone: tones[state],
      at: at ? momentOf(DateTime.fromISO(at), ctx.tenant as TenantSnapshot) : null,
      url: `/app/contacts/${contact.id}/consents/${channel}`,
      states: consentStates,
      mayWrite: ctx.staff.actor.reaches('contacts.update', contact),
    }
  })
}

const NOT_ASKED = { state: 'not_asked' as const, at: null, how: null }
