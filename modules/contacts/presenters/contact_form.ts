import type { HttpContext } from '@adonisjs/core/http'
import { staffForMenus } from '#app/members'
import { type CustomField, customFieldsOf, knownTags, typedValue } from '#app/records'
import { marketPack } from '#kernel/markets/packs'
import type { TenantSnapshot } from '#kernel/tenancy/tenant'
import { contactKinds, emailLabels, phoneLabels } from '../contact_words.ts'
import type Contact from '../models/contact.ts'
import { assignable } from '../queries/colleagues.ts'
import { contactSubject } from '../subject.ts'
import { writtenPhone } from '#kernel/markets/written_phones'

export type ContactForm = Awaited<ReturnType<typeof contactForm>>

/** The form for a new contact, or for changing this one. */
export async function contactForm(ctx: HttpContext, contact: Contact | null) {
  const { market } = ctx.tenant as TenantSnapshot
  if (contact) await contact.load('points')
  const fields = await customFieldsOf(contactSubject.type)
  return {
    contact,
    action: contact ? `/app/contacts/${contact.id}` : '/app/contacts',
    method: contact ? 'put' : 'post',
    back: contact ? `/app/contacts/${contact.id}` : '/app/contacts',
    market: marketPack(market),
    kinds: contactKinds,
    tags: { chosen: contact?.tagNames ?? [], known: await knownTags() },
    ...rowsOf(ctx, contact),
    fields: fields.map((field) => ({
      field,
      value: typedValue(field, contact?.custom[field.key]),
    })),
    ...(await ownersFor(ctx, contact)),
  }
}

/** The fields that the agency asks for, for the validator. */
export function askedFields(): Promise<CustomField[]> {
  return customFieldsOf(contactSubject.type)
}

/** As many rows as the contact has numbers, and an empty one. */
function rowsOf({ session, tenant }: HttpContext, contact: Contact | null) {
  const { region } = marketPack(tenant!.market)
  const phones = (contact?.phones ?? []).map(({ value, label }) => ({
    value: writtenPhone(value, region),
    label,
  }))
  const emails = (contact?.emails ?? []).map(({ value, label }) => ({ value, label }))
  const typed = (name: string) => [session.flashMessages.get(name)].flat().filter(Boolean).length
  return {
    phones: padded(phones, typed('phones')),
    emails: padded(emails, typed('emails')),
    phoneLabels,
    emailLabels,
  }
}

function padded<Row>(rows: Row[], typed: number): (Row | null)[] {
  const count = Math.max(rows.length + 1, typed)
  return Array.from({ length: count }, (_, index) => rows[index] ?? null)
}

/** Whom the contact may be given to; nothing to choose for those who may not assign. */
async function ownersFor({ staff: { actor } }: HttpContext, contact: Contact | null) {
  if (!actor.can('contacts.assign')) return { owners: [], teams: [] }
  const { colleagues, teams } = await staffForMenus()
  const reach = actor.reachOf('contacts.assign')
  return {
    owners: assignable(actor, colleagues),
    ownerId: contact ? contact.ownerId : actor.id,
    teams: reach === 'all' ? teams : teams.filter(({ id }) => id === actor.teamId),
    teamId: contact ? contact.teamId : null,
    mayLeaveOpen: reach === 'all',
  }
}
