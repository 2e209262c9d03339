import type { JsonSchema } from '#kernel/modules/api_description'
import { channels, consentStates, contactKinds } from '../contact_words.ts'
import type Contact from '../models/contact.ts'

/** A contact with its points, as programs read it. */
export function apiContact(contact: Contact) {
  return {
    ...calledBy(contact),
    kinds: contact.kinds,
    status: contact.status,
    tags: contact.tagNames,
    phones: contact.phones.map(({ value, label }) => ({ number: value, label })),
    emails: contact.emails.map(({ value, label }) => ({ address: value, label })),
    address: contact.address,
    source: contact.source,
    birthday: contact.birthday,
    consent: contact.consent,
    custom: contact.custom,
    owner_id: contact.ownerId,
    team_id: contact.teamId,
    ...momentsOf(contact),
  }
}

function calledBy(contact: Contact) {
  return {
    id: contact.id,
    version: contact.version,
    type: contact.type,
    name: contact.name,
    first_name: contact.firstName,
    last_name: contact.lastName,
    company_name: contact.companyName,
    job_title: contact.jobTitle,
  }
}

function momentsOf(contact: Contact) {
  return {
    last_touched_at: contact.lastTouchedAt?.toUTC().toISO() ?? null,
    next_action_on: contact.nextActionOn,
    created_at: contact.createdAt.toUTC().toISO(),
    updated_at: contact.updatedAt.toUTC().toISO(),
  }
}

const text = { type: 'string' }
const textOrNull = { type: ['string', 'null'] }
const uuidOrNull = { type: ['string', 'null'], format: 'uuid' }
const dayOrNull = { type: ['string', 'null'], format: 'date' }
const instant = { type: 'string', format: 'date-time' }

const properties = {
  id: { type: 'string', format: 'uuid' },
  version: { type: 'integer', minimum: 1 },
  type: { enum: ['person', 'company'] },
  name: text,
  first_name: textOrNull,
  last_name: textOrNull,
  company_name: textOrNull,
  job_title: textOrNull,
  kinds: { type: 'array', items: { enum: contactKinds } },
  status: { enum: ['active', 'archived'] },
  tags: { type: 'array', items: text },
  phones: pointsOf('number'),
  emails: pointsOf('address'),
  address: { type: 'object', additionalProperties: textOrNull },
  source: textOrNull,
  birthday: dayOrNull,
  consent: {
    type: 'object',
    propertyNames: { enum: channels },
    additionalProperties: {
      type: 'object',
      required: ['state', 'at', 'how'],
      properties: { state: { enum: consentStates }, at: textOrNull, how: textOrNull },
    },
  },
  custom: { type: 'object' },
  owner_id: uuidOrNull,
  team_id: uuidOrNull,
  last_touched_at: { type: ['string', 'null'], format: 'date-time' },
  next_action_on: dayOrNull,
  created_at: instant,
  updated_at: instant,
}

export const contactSchema: JsonSchema = {
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
}

function pointsOf(name: 'number' | 'address') {
  return {
    type: 'array',
    items: {
      type: 'object',
      required: [name, 'label'],
      properties: { [name]: text, label: textOrNull },
      additionalProperties: false,
    },
  }
}
