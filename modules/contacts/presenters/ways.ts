import type { HttpContext } from '@adonisjs/core/http'
import { marketPack } from '#kernel/markets/packs'
import { telLink, whatsappLink } from '#kernel/markets/phones'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import type { Channel } from '../contact_words.ts'
import type Contact from '../models/contact.ts'
import type ContactPoint from '../models/contact_point.ts'
import { logOf } from './list_columns.ts'
import { writtenPhone } from '#kernel/markets/written_phones'

interface Reachable {
  id: string
  primaryPhone: string | null
  primaryEmail: string | null
  refuses(channel: Channel): boolean
}

/** One tap to each channel that is there and was not refused. */
export function waysTo({ i18n }: Pick<HttpContext, 'i18n'>, contact: Reachable) {
  const { id, primaryPhone: phone, primaryEmail: email } = contact
  const way = (kind: 'call' | 'whatsapp' | 'email', href: string, to: string) => ({
    kind,
    href,
    label: i18n.t(`contacts.ways.${kind}`),
    log: logOf(id, kind, to),
  })
  return [
    ...(phone ? [way('call', telLink(phone), phone)] : []),
    ...(phone ? [way('whatsapp', whatsappLink(phone), phone)] : []),
    ...(email ? [way('email', `mailto:${email}`, email)] : []),
  ].filter(({ kind }) => !contact.refuses(kind))
}

/** All numbers and addresses, written as people here write them; those that may be used are one tap away. */
export function numbersOf(ctx: HttpContext, contact: Contact) {
  const views = (points: ContactPoint[], kind: 'call' | 'email') =>
    points.map(({ value, label }) => ({
      text: kind === 'call' ? phoneInWords(ctx, value) : value,
      href: contact.refuses(kind) ? null : hrefOf(kind, value),
      label: label ? ctx.i18n.t(`contacts.labels.${label}`, {}, label) : null,
      log: logOf(contact.id, kind, value),
    }))
  return { phones: views(contact.phones, 'call'), emails: views(contact.emails, 'email') }
}

function hrefOf(kind: 'call' | 'email', value: string): string {
  return kind === 'call' ? telLink(value) : `mailto:${value}`
}

/** A number as people here write it. */
export function phoneInWords({ tenant }: Pick<HttpContext, 'tenant'>, e164: string): string {
  return writtenPhone(e164, marketPack((tenant as TenantSnapshot).market).region)
}
