import { isDeepStrictEqual } from 'node:util'
import type { PointDraft } from '../contact_draft.ts'
import type { Channel, Consent, ContactKind } from '../contact_words.ts'
import type Contact from '../models/contact.ts'

/** What the survivor got on top of its own. */
export interface Added {
  points: PointDraft[]
  tags: string[]
  kinds: ContactKind[]
  /** Identities by which an import knows the merged one again. */
  fingerprints: string[]
}

/** Fields of a contact by their keys; each holds the attributes that go together. */
export type FieldValues = Record<string, Record<string, unknown>>

type Attributes = readonly (keyof Contact & string)[]

/** The fields from which people choose, and what belongs to each. */
const fields: Record<string, Attributes> = {
  name: ['type', 'name', 'firstName', 'lastName'],
  company: ['companyName'],
  job_title: ['jobTitle'],
  address: ['address', 'city'],
  birthday: ['birthday'],
  source: ['source'],
  owner: ['ownerId', 'teamId'],
}

/** A company is called by its own name, so the two go together. */
const fieldsOfCompanies: Record<string, Attributes> = {
  ...fields,
  name: ['type', 'name', 'firstName', 'lastName', 'companyName'],
  company: [],
}

export const CUSTOM = 'custom.'

/** A contact's values, field by field, the agency's own among them. */
export function valuesOf(contact: Contact, { other }: { other: Contact }): FieldValues {
  const hasCompany = [contact.type, other.type].includes('company')
  const own = Object.entries(hasCompany ? fieldsOfCompanies : fields)
    .filter(([, attributes]) => attributes.length > 0)
    .map(([key, attributes]) => [key, pick(contact, attributes)])
  const keys = new Set([...Object.keys(contact.custom), ...Object.keys(other.custom)])
  const custom = [...keys].map((key) => [CUSTOM + key, { value: contact.custom[key] ?? null }])
  return Object.fromEntries([...own, ...custom]) as FieldValues
}

/** What such a field holds now. */
export function valueNow(contact: Contact, key: string, like: Record<string, unknown>) {
  if (key.startsWith(CUSTOM)) return { value: contact.custom[key.slice(CUSTOM.length)] ?? null }
  if (key.startsWith(CONSENT)) return { value: contact.consent[channelOf(key)] ?? null }
  return pick(contact, Object.keys(like) as (keyof Contact & string)[])
}

/** Puts values into a contact, as they were taken out of one. */
export function putValues(contact: Contact, values: FieldValues): void {
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith(CUSTOM))
      contact.custom = withValue(contact.custom, key.slice(CUSTOM.length), value.value)
    else if (key.startsWith(CONSENT))
      contact.consent = withValue(contact.consent, channelOf(key), value.value)
    else contact.merge(value)
  }
}

export const CONSENT = 'consent.'

function channelOf(key: string): Channel {
  return key.slice(CONSENT.length) as Channel
}

function withValue<Values extends object>(values: Values, key: string, value: unknown): Values {
  const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key))
  return (value === null ? rest : { ...rest, [key]: value }) as Values
}

/** Nothing in it that anybody wrote. */
export function isEmpty(value: Record<string, unknown>): boolean {
  return Object.values(value).every((part) => part === null || isDeepStrictEqual(part, {}))
}

export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(plain(one), plain(other))
}

/** As the database gives it back. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}

function pick(contact: Contact, attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(attributes.map((name) => [name, contact[name] ?? null]))
}

const strictness: Record<Consent['state'], number> = { refused: 2, granted: 1, not_asked: 0 }

/** The strictest answer wins: a refusal on either counts; nobody having asked is no answer. */
export function strictest(mine?: Consent, theirs?: Consent): Consent | null {
  if (!mine || !theirs) return mine ?? theirs ?? null
  return strictness[theirs.state] > strictness[mine.state] ? theirs : mine
}
