import { type CustomField, typedValue } from '#app/records'
import type { Actor } from '#kernel/tenancy/actor'
import type Contact from '../models/contact.ts'

type Body = Record<string, unknown>

/** Who says nothing of an owner keeps the contact; `null` leaves it open, where that is allowed. */
export function withOwner(sent: Body, actor: Actor): Body {
  return { owner_id: actor.id, ...sent }
}

/** A part of a contact, filled up with what is: objects by their parts, lists as a whole. */
export function withWhatIs(
  contact: Contact,
  { sent, fields }: { sent: Body; fields: CustomField[] }
): Body {
  const known = { ...factsOf(contact), custom: customOf(contact, fields) }
  const address = partly(known.address, sent.address)
  const custom = partly(known.custom, sent.custom)
  // The team goes along with a new owner, unless another is chosen.
  const team = 'owner_id' in sent ? {} : { team_id: contact.teamId }
  return { ...known, ...team, ...sent, address, custom }
}

function factsOf(contact: Contact) {
  return {
    type: contact.type,
    first_name: contact.firstName,
    last_name: contact.lastName,
    company_name: contact.companyName,
    job_title: contact.jobTitle,
    kinds: contact.kinds,
    tags: contact.tagNames,
    source: contact.source,
    birthday: contact.birthday,
    address: contact.address as Body,
    owner_id: contact.ownerId,
    phones: contact.phones.map(({ value, label }) => ({ number: value, label })),
    emails: contact.emails.map(({ value, label }) => ({ address: value, label })),
  }
}

/** As the validator takes them: yes and no are words there. */
function customOf({ custom }: Contact, fields: CustomField[]): Body {
  const known = fields.filter(({ key }) => custom[key] !== undefined)
  return Object.fromEntries(known.map((field) => [field.key, typedValue(field, custom[field.key])]))
}

function partly(known: Body, sent: unknown): unknown {
  if (sent === undefined) return known
  return isBody(sent) ? { ...known, ...sent } : sent
}

function isBody(value: unknown): value is Body {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
